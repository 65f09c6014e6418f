
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE FUNCTION public.rest_day_on_insert() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF current_setting('transaction_isolation') = 'repeatable read' THEN
        UPDATE episodes SET onset_about = onset_about WHERE id = NEW.episode_id;
    ELSE
        PERFORM 1 FROM episodes WHERE id = NEW.episode_id FOR NO KEY UPDATE;
    END IF;
    IF EXISTS (
        SELECT 1
        FROM sessions AS earlier
        JOIN sessions AS later
          ON later.episode_id = earlier.episode_id AND later.date = earlier.date + 1
        JOIN episodes ON episodes.id = earlier.episode_id
        WHERE earlier.episode_id = NEW.episode_id
          AND earlier.date >= NEW.date - 1
          AND earlier.date <= NEW.date
          AND earlier.date >= episodes.onset
          AND earlier.jog_seconds > 0
          AND later.jog_seconds > 0
          AND later.deviation IS NULL
          AND NOT later.exempt
    ) THEN
        RAISE EXCEPTION 'adjacent run days' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION public.rest_day_on_onset() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF current_setting('transaction_isolation') = 'repeatable read' THEN
        UPDATE episodes SET onset_about = onset_about WHERE id = NEW.id;
    ELSE
        PERFORM 1 FROM episodes WHERE id = NEW.id FOR NO KEY UPDATE;
    END IF;
    IF EXISTS (
        SELECT 1
        FROM sessions AS earlier
        JOIN sessions AS later
          ON later.episode_id = earlier.episode_id AND later.date = earlier.date + 1
        JOIN episodes ON episodes.id = earlier.episode_id
        WHERE earlier.episode_id = NEW.id
          AND earlier.date >= NEW.onset
          AND earlier.date <= DATE '9999-12-31'
          AND earlier.date >= episodes.onset
          AND earlier.jog_seconds > 0
          AND later.jog_seconds > 0
          AND later.deviation IS NULL
          AND NOT later.exempt
    ) THEN
        RAISE EXCEPTION 'adjacent run days' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION public.rest_day_on_update() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF current_setting('transaction_isolation') = 'repeatable read' THEN
        UPDATE episodes SET onset_about = onset_about WHERE id = NEW.episode_id;
    ELSE
        PERFORM 1 FROM episodes WHERE id = NEW.episode_id FOR NO KEY UPDATE;
    END IF;
    IF EXISTS (
        SELECT 1
        FROM sessions AS earlier
        JOIN sessions AS later
          ON later.episode_id = earlier.episode_id AND later.date = earlier.date + 1
        JOIN episodes ON episodes.id = earlier.episode_id
        WHERE earlier.episode_id = NEW.episode_id
          AND earlier.date >= NEW.date - 1
          AND earlier.date <= NEW.date
          AND earlier.date >= episodes.onset
          AND earlier.jog_seconds > 0
          AND later.jog_seconds > 0
          AND later.deviation IS NULL
          AND NOT later.exempt
    ) THEN
        RAISE EXCEPTION 'adjacent run days' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END
$$;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE public.accounts (
    id integer NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    passphrase_hash text NOT NULL,
    unit character varying(32) DEFAULT 'km'::character varying NOT NULL,
    created_at timestamp without time zone NOT NULL,
    revision bigint DEFAULT 0 NOT NULL,
    CONSTRAINT ck_accounts_unit CHECK (((unit)::text = ANY ((ARRAY['km'::character varying, 'mi'::character varying])::text[])))
);

CREATE SEQUENCE public.accounts_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.accounts_id_seq OWNED BY public.accounts.id;

CREATE TABLE public.administrators (
    account_id integer NOT NULL,
    since timestamp without time zone NOT NULL
);

CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);

CREATE TABLE public.api_tokens (
    id integer NOT NULL,
    account_id integer NOT NULL,
    token_hash text NOT NULL,
    name text NOT NULL,
    scope character varying(32) NOT NULL,
    created_at timestamp without time zone NOT NULL,
    expires_at timestamp without time zone NOT NULL,
    last_used_at timestamp without time zone,
    revoked_at timestamp without time zone
);

CREATE SEQUENCE public.api_tokens_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.api_tokens_id_seq OWNED BY public.api_tokens.id;

CREATE TABLE public.calendar_feeds (
    id integer NOT NULL,
    account_id integer NOT NULL,
    token_hash text NOT NULL,
    created_at timestamp without time zone NOT NULL,
    revoked_at timestamp without time zone
);

CREATE SEQUENCE public.calendar_feeds_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.calendar_feeds_id_seq OWNED BY public.calendar_feeds.id;

CREATE TABLE public.care_entries (
    id integer NOT NULL,
    episode_id integer NOT NULL,
    uid text NOT NULL,
    date date NOT NULL,
    "time" time without time zone,
    kind character varying(32) NOT NULL,
    minutes integer,
    note text DEFAULT ''::text NOT NULL,
    entered_at timestamp without time zone NOT NULL,
    CONSTRAINT ck_care_entries_carekind CHECK (((kind)::text = ANY ((ARRAY['ice'::character varying, 'compression'::character varying, 'elevation'::character varying, 'rest'::character varying, 'warm_bath'::character varying, 'massage'::character varying, 'stretch_before'::character varying, 'stretch_after'::character varying])::text[]))),
    CONSTRAINT ck_care_entries_minutes CHECK ((minutes >= 0))
);

CREATE SEQUENCE public.care_entries_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.care_entries_id_seq OWNED BY public.care_entries.id;

CREATE TABLE public.changes (
    id integer NOT NULL,
    episode_id integer NOT NULL,
    at timestamp without time zone NOT NULL,
    entity text NOT NULL,
    uid text NOT NULL,
    action character varying(32) NOT NULL,
    before json,
    after json,
    undone_at timestamp without time zone,
    reason text DEFAULT ''::text NOT NULL,
    seen_at timestamp without time zone,
    CONSTRAINT ck_changes_changeaction CHECK (((action)::text = ANY ((ARRAY['create'::character varying, 'update'::character varying, 'delete'::character varying])::text[])))
);

CREATE SEQUENCE public.changes_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.changes_id_seq OWNED BY public.changes.id;

CREATE TABLE public.check_ins (
    id integer NOT NULL,
    episode_id integer NOT NULL,
    uid text NOT NULL,
    date date NOT NULL,
    "time" time without time zone,
    moment character varying(32) DEFAULT 'day'::character varying NOT NULL,
    pain integer NOT NULL,
    sensation character varying(32) NOT NULL,
    limp boolean DEFAULT false NOT NULL,
    painkiller boolean DEFAULT false NOT NULL,
    red_flags text DEFAULT ''::text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    entered_at timestamp without time zone NOT NULL,
    confidence integer,
    expected_return date,
    CONSTRAINT ck_check_ins_confidence CHECK (((confidence >= 0) AND (confidence <= 10))),
    CONSTRAINT ck_check_ins_contradiction CHECK (((NOT ((pain = 0) AND ((sensation)::text = ANY ((ARRAY['pain'::character varying, 'sharp'::character varying])::text[])))) AND (NOT ((pain > 0) AND ((sensation)::text = 'none'::text))))),
    CONSTRAINT ck_check_ins_moment CHECK (((moment)::text = ANY ((ARRAY['waking'::character varying, 'day'::character varying, 'evening'::character varying, 'night'::character varying])::text[]))),
    CONSTRAINT ck_check_ins_pain CHECK (((pain >= 0) AND (pain <= 10))),
    CONSTRAINT ck_check_ins_sensation CHECK (((sensation)::text = ANY ((ARRAY['none'::character varying, 'soreness'::character varying, 'pain'::character varying, 'sharp'::character varying])::text[])))
);

CREATE SEQUENCE public.check_ins_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.check_ins_id_seq OWNED BY public.check_ins.id;

CREATE TABLE public.clearances (
    id integer NOT NULL,
    episode_id integer NOT NULL,
    date date NOT NULL,
    by text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    covers json DEFAULT '[]'::json NOT NULL,
    entered_at timestamp without time zone NOT NULL,
    through character varying(32) DEFAULT ''::character varying NOT NULL
);

CREATE SEQUENCE public.clearances_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.clearances_id_seq OWNED BY public.clearances.id;

CREATE TABLE public.clinicians (
    account_id integer NOT NULL,
    since timestamp without time zone NOT NULL
);

CREATE TABLE public.consent_links (
    id integer NOT NULL,
    account_id integer NOT NULL,
    token_hash text NOT NULL,
    by_clinician boolean DEFAULT false NOT NULL,
    with_notes boolean DEFAULT false NOT NULL,
    created_at timestamp without time zone NOT NULL,
    expires_at timestamp without time zone NOT NULL,
    used_at timestamp without time zone,
    revoked_at timestamp without time zone
);

CREATE SEQUENCE public.consent_links_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.consent_links_id_seq OWNED BY public.consent_links.id;

CREATE TABLE public.consents (
    id integer NOT NULL,
    account_id integer NOT NULL,
    clinician_id integer NOT NULL,
    with_notes boolean DEFAULT false NOT NULL,
    since timestamp without time zone NOT NULL,
    ended_at timestamp without time zone,
    seen_at timestamp without time zone
);

CREATE SEQUENCE public.consents_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.consents_id_seq OWNED BY public.consents.id;

CREATE TABLE public.daily_standings (
    episode_id integer NOT NULL,
    date date NOT NULL,
    stage text NOT NULL,
    step integer,
    decision text NOT NULL,
    worst_pain integer,
    engine integer DEFAULT 1 NOT NULL,
    protocol_digest text DEFAULT ''::text NOT NULL,
    checkpoint json
);

CREATE TABLE public.decisions_shown (
    id integer NOT NULL,
    episode_id integer NOT NULL,
    date date NOT NULL,
    shown_at timestamp without time zone NOT NULL,
    protocol text NOT NULL,
    decision text NOT NULL,
    findings json NOT NULL,
    inputs json NOT NULL
);

CREATE SEQUENCE public.decisions_shown_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.decisions_shown_id_seq OWNED BY public.decisions_shown.id;

CREATE TABLE public.episodes (
    id integer NOT NULL,
    account_id integer NOT NULL,
    site character varying(32) NOT NULL,
    side character varying(32) NOT NULL,
    onset date NOT NULL,
    onset_about boolean DEFAULT false NOT NULL,
    baseline_minutes integer NOT NULL,
    baseline_week_minutes integer,
    timezone text NOT NULL,
    protocol text NOT NULL,
    protocol_by text DEFAULT ''::text NOT NULL,
    protocol_on date,
    protocol_set_at timestamp without time zone,
    screening json NOT NULL,
    carried_signs json DEFAULT '[]'::json NOT NULL,
    screened_on date NOT NULL,
    screened_at timestamp without time zone,
    opened_at timestamp without time zone NOT NULL,
    closed_on date,
    closed_reason text,
    reopened_at timestamp without time zone,
    follows_episode_id integer,
    questions text DEFAULT ''::text NOT NULL,
    CONSTRAINT ck_episodes_baseline CHECK (((baseline_minutes >= 10) AND (baseline_minutes <= 300))),
    CONSTRAINT ck_episodes_baseline_week CHECK (((baseline_week_minutes >= 10) AND (baseline_week_minutes <= 3000))),
    CONSTRAINT ck_episodes_closed CHECK (((closed_on IS NULL) = (closed_reason IS NULL))),
    CONSTRAINT ck_episodes_side CHECK (((side)::text = ANY ((ARRAY['left'::character varying, 'right'::character varying, 'both'::character varying])::text[]))),
    CONSTRAINT ck_episodes_site CHECK (((site)::text = ANY ((ARRAY['hamstring'::character varying, 'proximal_hamstring_tendon'::character varying, 'gluteal'::character varying, 'other'::character varying])::text[])))
);

CREATE SEQUENCE public.episodes_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.episodes_id_seq OWNED BY public.episodes.id;

CREATE TABLE public.import_items (
    id integer NOT NULL,
    import_id integer NOT NULL,
    episode_id integer NOT NULL,
    entity text NOT NULL,
    uid text NOT NULL,
    content text NOT NULL
);

CREATE SEQUENCE public.import_items_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.import_items_id_seq OWNED BY public.import_items.id;

CREATE TABLE public.imports (
    id integer NOT NULL,
    account_id integer NOT NULL,
    at timestamp without time zone NOT NULL,
    source text NOT NULL,
    undone_at timestamp without time zone,
    reason text DEFAULT ''::text NOT NULL
);

CREATE SEQUENCE public.imports_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.imports_id_seq OWNED BY public.imports.id;

CREATE TABLE public.invitations (
    id integer NOT NULL,
    account_id integer NOT NULL,
    token_hash text NOT NULL,
    created_at timestamp without time zone NOT NULL,
    expires_at timestamp without time zone NOT NULL,
    used_at timestamp without time zone,
    revoked_at timestamp without time zone,
    as_clinician boolean DEFAULT false NOT NULL
);

CREATE SEQUENCE public.invitations_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.invitations_id_seq OWNED BY public.invitations.id;

CREATE TABLE public.login_attempts (
    id integer NOT NULL,
    kind text NOT NULL,
    value text NOT NULL,
    at timestamp without time zone NOT NULL
);

CREATE SEQUENCE public.login_attempts_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.login_attempts_id_seq OWNED BY public.login_attempts.id;

CREATE TABLE public.passkeys (
    id integer NOT NULL,
    account_id integer NOT NULL,
    credential_id text NOT NULL,
    public_key text NOT NULL,
    sign_count integer NOT NULL,
    name text NOT NULL,
    since timestamp without time zone NOT NULL,
    last_used_at timestamp without time zone
);

CREATE SEQUENCE public.passkeys_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.passkeys_id_seq OWNED BY public.passkeys.id;

CREATE TABLE public.proposals (
    id integer NOT NULL,
    episode_id integer NOT NULL,
    kind character varying(32) NOT NULL,
    said json NOT NULL,
    at timestamp without time zone NOT NULL,
    decided_at timestamp without time zone,
    is_accepted boolean
);

CREATE SEQUENCE public.proposals_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.proposals_id_seq OWNED BY public.proposals.id;

CREATE TABLE public.protocols (
    id text NOT NULL,
    text text NOT NULL,
    offered boolean DEFAULT false NOT NULL,
    kept boolean DEFAULT false NOT NULL,
    taken_in_at timestamp without time zone NOT NULL
);

CREATE TABLE public.recovery_codes (
    id integer NOT NULL,
    account_id integer NOT NULL,
    code_hash text NOT NULL,
    used_at timestamp without time zone
);

CREATE SEQUENCE public.recovery_codes_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.recovery_codes_id_seq OWNED BY public.recovery_codes.id;

CREATE TABLE public.registration_openings (
    id integer NOT NULL,
    account_id integer NOT NULL,
    opened_at timestamp without time zone NOT NULL,
    closed_at timestamp without time zone
);

CREATE SEQUENCE public.registration_openings_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.registration_openings_id_seq OWNED BY public.registration_openings.id;

CREATE TABLE public.reminder_channels (
    account_id integer NOT NULL,
    channel character varying(32) NOT NULL,
    sealed text NOT NULL,
    since timestamp without time zone NOT NULL,
    sent_at timestamp without time zone,
    failed_at timestamp without time zone,
    failure character varying(32),
    failure_said text DEFAULT ''::text NOT NULL
);

CREATE TABLE public.reminder_hours (
    account_id integer NOT NULL,
    at time without time zone NOT NULL,
    quiet_from time without time zone NOT NULL,
    quiet_until time without time zone NOT NULL
);

CREATE TABLE public.reminder_messages (
    id integer NOT NULL,
    account_id integer NOT NULL,
    channel character varying(32) NOT NULL,
    day date,
    state character varying(32) NOT NULL,
    tries integer NOT NULL,
    at timestamp without time zone NOT NULL,
    stop_hash text
);

CREATE SEQUENCE public.reminder_messages_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.reminder_messages_id_seq OWNED BY public.reminder_messages.id;

CREATE TABLE public.reset_links (
    id integer NOT NULL,
    account_id integer NOT NULL,
    token_hash text NOT NULL,
    created_at timestamp without time zone NOT NULL,
    expires_at timestamp without time zone NOT NULL,
    used_at timestamp without time zone,
    revoked_at timestamp without time zone
);

CREATE SEQUENCE public.reset_links_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.reset_links_id_seq OWNED BY public.reset_links.id;

CREATE TABLE public.security_events (
    id integer NOT NULL,
    at timestamp without time zone NOT NULL,
    kind character varying(32) NOT NULL,
    account_id integer,
    by_account_id integer,
    address text DEFAULT ''::text NOT NULL,
    user_agent text DEFAULT ''::text NOT NULL
);

CREATE SEQUENCE public.security_events_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.security_events_id_seq OWNED BY public.security_events.id;

CREATE TABLE public.sessions (
    id integer NOT NULL,
    episode_id integer NOT NULL,
    uid text NOT NULL,
    date date NOT NULL,
    "time" time without time zone,
    kind character varying(32) NOT NULL,
    seconds integer,
    walk_seconds integer DEFAULT 0 NOT NULL,
    jog_seconds integer DEFAULT 0 NOT NULL,
    longest_jog_seconds integer,
    distance_m integer,
    effort integer,
    pain integer,
    sensation character varying(32),
    limp boolean DEFAULT false NOT NULL,
    stopped_early boolean DEFAULT false NOT NULL,
    deviation character varying(32),
    exempt boolean DEFAULT false NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    entered_at timestamp without time zone NOT NULL,
    CONSTRAINT ck_sessions_amounts CHECK (((seconds >= 0) AND (walk_seconds >= 0) AND (jog_seconds >= 0) AND (longest_jog_seconds >= 0) AND (distance_m >= 0))),
    CONSTRAINT ck_sessions_effort CHECK (((effort >= 0) AND (effort <= 10))),
    CONSTRAINT ck_sessions_kind CHECK (((kind)::text = ANY ((ARRAY['walk'::character varying, 'walk_jog'::character varying, 'run'::character varying, 'bike'::character varying, 'swim'::character varying, 'strength'::character varying, 'stretch'::character varying, 'massage'::character varying, 'other'::character varying])::text[]))),
    CONSTRAINT ck_sessions_mark CHECK (((deviation)::text = ANY ((ARRAY['confirmed'::character varying, 're-decided'::character varying])::text[]))),
    CONSTRAINT ck_sessions_pain CHECK (((pain >= 0) AND (pain <= 10))),
    CONSTRAINT ck_sessions_sensation CHECK (((sensation)::text = ANY ((ARRAY['none'::character varying, 'soreness'::character varying, 'pain'::character varying, 'sharp'::character varying])::text[])))
);

CREATE SEQUENCE public.sessions_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.sessions_id_seq OWNED BY public.sessions.id;

CREATE TABLE public.settings_changes (
    id integer NOT NULL,
    episode_id integer NOT NULL,
    name text NOT NULL,
    value integer NOT NULL,
    date date NOT NULL,
    by text DEFAULT ''::text NOT NULL,
    entered_at timestamp without time zone NOT NULL,
    through character varying(32) DEFAULT ''::character varying NOT NULL
);

CREATE SEQUENCE public.settings_changes_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.settings_changes_id_seq OWNED BY public.settings_changes.id;

CREATE TABLE public.share_openings (
    id integer NOT NULL,
    share_id integer NOT NULL,
    at timestamp without time zone NOT NULL,
    page text NOT NULL,
    user_agent text DEFAULT ''::text NOT NULL
);

CREATE SEQUENCE public.share_openings_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.share_openings_id_seq OWNED BY public.share_openings.id;

CREATE TABLE public.shared_secrets (
    name text NOT NULL,
    value text NOT NULL
);

CREATE TABLE public.shares (
    id integer NOT NULL,
    episode_id integer NOT NULL,
    token_hash text NOT NULL,
    shared_with text NOT NULL,
    with_notes boolean DEFAULT false NOT NULL,
    created_at timestamp without time zone NOT NULL,
    expires_at timestamp without time zone NOT NULL,
    revoked_at timestamp without time zone,
    for_answer boolean DEFAULT false NOT NULL,
    answered_at timestamp without time zone
);

CREATE SEQUENCE public.shares_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.shares_id_seq OWNED BY public.shares.id;

CREATE TABLE public.sign_ins (
    id integer NOT NULL,
    account_id integer NOT NULL,
    token_hash text NOT NULL,
    user_agent text DEFAULT ''::text NOT NULL,
    created_at timestamp without time zone NOT NULL,
    last_seen_at timestamp without time zone NOT NULL,
    revoked_at timestamp without time zone,
    confirmed_at timestamp without time zone
);

CREATE SEQUENCE public.sign_ins_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.sign_ins_id_seq OWNED BY public.sign_ins.id;

CREATE TABLE public.staged_files (
    account_id integer NOT NULL,
    content bytea NOT NULL,
    at timestamp without time zone NOT NULL
);

CREATE TABLE public.totp_keys (
    account_id integer NOT NULL,
    sealed text NOT NULL,
    last_step integer NOT NULL,
    since timestamp without time zone NOT NULL
);

CREATE TABLE public.visits (
    id integer NOT NULL,
    episode_id integer NOT NULL,
    date date NOT NULL,
    by text NOT NULL,
    said text DEFAULT ''::text NOT NULL,
    next_on date,
    asked text DEFAULT ''::text NOT NULL,
    through character varying(32) DEFAULT ''::character varying NOT NULL,
    entered_at timestamp without time zone NOT NULL
);

CREATE SEQUENCE public.visits_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.visits_id_seq OWNED BY public.visits.id;

CREATE TABLE public.work_spent (
    key text NOT NULL,
    spent double precision NOT NULL,
    at timestamp without time zone NOT NULL
);

ALTER TABLE ONLY public.accounts ALTER COLUMN id SET DEFAULT nextval('public.accounts_id_seq'::regclass);

ALTER TABLE ONLY public.api_tokens ALTER COLUMN id SET DEFAULT nextval('public.api_tokens_id_seq'::regclass);

ALTER TABLE ONLY public.calendar_feeds ALTER COLUMN id SET DEFAULT nextval('public.calendar_feeds_id_seq'::regclass);

ALTER TABLE ONLY public.care_entries ALTER COLUMN id SET DEFAULT nextval('public.care_entries_id_seq'::regclass);

ALTER TABLE ONLY public.changes ALTER COLUMN id SET DEFAULT nextval('public.changes_id_seq'::regclass);

ALTER TABLE ONLY public.check_ins ALTER COLUMN id SET DEFAULT nextval('public.check_ins_id_seq'::regclass);

ALTER TABLE ONLY public.clearances ALTER COLUMN id SET DEFAULT nextval('public.clearances_id_seq'::regclass);

ALTER TABLE ONLY public.consent_links ALTER COLUMN id SET DEFAULT nextval('public.consent_links_id_seq'::regclass);

ALTER TABLE ONLY public.consents ALTER COLUMN id SET DEFAULT nextval('public.consents_id_seq'::regclass);

ALTER TABLE ONLY public.decisions_shown ALTER COLUMN id SET DEFAULT nextval('public.decisions_shown_id_seq'::regclass);

ALTER TABLE ONLY public.episodes ALTER COLUMN id SET DEFAULT nextval('public.episodes_id_seq'::regclass);

ALTER TABLE ONLY public.import_items ALTER COLUMN id SET DEFAULT nextval('public.import_items_id_seq'::regclass);

ALTER TABLE ONLY public.imports ALTER COLUMN id SET DEFAULT nextval('public.imports_id_seq'::regclass);

ALTER TABLE ONLY public.invitations ALTER COLUMN id SET DEFAULT nextval('public.invitations_id_seq'::regclass);

ALTER TABLE ONLY public.login_attempts ALTER COLUMN id SET DEFAULT nextval('public.login_attempts_id_seq'::regclass);

ALTER TABLE ONLY public.passkeys ALTER COLUMN id SET DEFAULT nextval('public.passkeys_id_seq'::regclass);

ALTER TABLE ONLY public.proposals ALTER COLUMN id SET DEFAULT nextval('public.proposals_id_seq'::regclass);

ALTER TABLE ONLY public.recovery_codes ALTER COLUMN id SET DEFAULT nextval('public.recovery_codes_id_seq'::regclass);

ALTER TABLE ONLY public.registration_openings ALTER COLUMN id SET DEFAULT nextval('public.registration_openings_id_seq'::regclass);

ALTER TABLE ONLY public.reminder_messages ALTER COLUMN id SET DEFAULT nextval('public.reminder_messages_id_seq'::regclass);

ALTER TABLE ONLY public.reset_links ALTER COLUMN id SET DEFAULT nextval('public.reset_links_id_seq'::regclass);

ALTER TABLE ONLY public.security_events ALTER COLUMN id SET DEFAULT nextval('public.security_events_id_seq'::regclass);

ALTER TABLE ONLY public.sessions ALTER COLUMN id SET DEFAULT nextval('public.sessions_id_seq'::regclass);

ALTER TABLE ONLY public.settings_changes ALTER COLUMN id SET DEFAULT nextval('public.settings_changes_id_seq'::regclass);

ALTER TABLE ONLY public.share_openings ALTER COLUMN id SET DEFAULT nextval('public.share_openings_id_seq'::regclass);

ALTER TABLE ONLY public.shares ALTER COLUMN id SET DEFAULT nextval('public.shares_id_seq'::regclass);

ALTER TABLE ONLY public.sign_ins ALTER COLUMN id SET DEFAULT nextval('public.sign_ins_id_seq'::regclass);

ALTER TABLE ONLY public.visits ALTER COLUMN id SET DEFAULT nextval('public.visits_id_seq'::regclass);

INSERT INTO public.accounts VALUES (1, 'demo', 'demo', '$argon2id$v=19$m=65536,t=3,p=4$jrfx692uCoKoR6s94xYx/w$SIM8lPqSlIqy8Bi+sALWIYwFaFPvG4S4fgGycazheu0', 'km', '2026-05-01 06:00:00', 3652640521400697584);
INSERT INTO public.accounts VALUES (2, 'Marguerite', 'marguerite', '$argon2id$v=19$m=65536,t=3,p=4$f1WZQ33VAYJHisJyz4OdOA$4fg4AqtMKvhLFsSAPxxhdUM8++/WMdamYYg2Iy0JdzQ', 'km', '2026-05-01 06:00:00', 3652640521400697584);
INSERT INTO public.accounts VALUES (3, 'Physio 2', 'physio 2', 'x', 'km', '2026-05-01 06:00:00', 3652640521400697584);

INSERT INTO public.administrators VALUES (1, '2026-05-01 06:00:00');

INSERT INTO public.alembic_version VALUES ('0013');

INSERT INTO public.api_tokens VALUES (1, 2, 'daf262f89a6aa0dbd77abe3306c7a631b1870c3892a3742a9d76038d21d08c7d', 'A watch', 'write', '2026-05-01 06:00:00', '2026-05-31 06:00:00', NULL, NULL);

INSERT INTO public.calendar_feeds VALUES (1, 2, '1b7af348b59cbf2f96495d6f985add507818ba9fbcb48c00e9e942fb63bcf945', '2026-05-01 06:00:00', NULL);

INSERT INTO public.care_entries VALUES (1, 3, 'care-2', '2026-05-01', NULL, 'ice', NULL, 'Marguerite: the stairs at grandmother''s house', '2026-05-01 06:00:00');

INSERT INTO public.changes VALUES (1, 1, '2026-03-22 07:10:00', 'check_in', 'demo-check-in-0', 'create', NULL, '{"date": "2026-03-22", "time": "07:10:00", "moment": "waking", "pain": 5, "sensation": "pain", "limp": true, "painkiller": false, "red_flags": [], "confidence": 3, "expected_return": "2026-05-31", "note": "Felt it pull on the last hill.", "entered_at": "2026-03-22T07:10:00+00:00", "id": "demo-check-in-0"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (2, 1, '2026-03-23 07:10:00', 'check_in', 'demo-check-in-1', 'create', NULL, '{"date": "2026-03-23", "time": "07:10:00", "moment": "waking", "pain": 4, "sensation": "pain", "limp": false, "painkiller": true, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-03-23T07:10:00+00:00", "id": "demo-check-in-1"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (3, 1, '2026-03-24 07:10:00', 'check_in', 'demo-check-in-2', 'create', NULL, '{"date": "2026-03-24", "time": "07:10:00", "moment": "waking", "pain": 4, "sensation": "pain", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-03-24T07:10:00+00:00", "id": "demo-check-in-2"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (4, 1, '2026-03-26 07:10:00', 'check_in', 'demo-check-in-4', 'create', NULL, '{"date": "2026-03-26", "time": "07:10:00", "moment": "waking", "pain": 2, "sensation": "pain", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-03-26T07:10:00+00:00", "id": "demo-check-in-4"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (5, 1, '2026-03-27 07:10:00', 'check_in', 'demo-check-in-5', 'create', NULL, '{"date": "2026-03-27", "time": "07:10:00", "moment": "waking", "pain": 1, "sensation": "pain", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-03-27T07:10:00+00:00", "id": "demo-check-in-5"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (6, 1, '2026-03-28 07:10:00', 'check_in', 'demo-check-in-6', 'create', NULL, '{"date": "2026-03-28", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-03-28T07:10:00+00:00", "id": "demo-check-in-6"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (7, 1, '2026-03-29 07:10:00', 'check_in', 'demo-check-in-7', 'create', NULL, '{"date": "2026-03-29", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": 6, "expected_return": "2026-05-31", "note": "", "entered_at": "2026-03-29T07:10:00+00:00", "id": "demo-check-in-7"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (8, 1, '2026-03-29 07:10:00', 'session', 'demo-session-7', 'create', NULL, '{"date": "2026-03-29", "time": "12:30:00", "kind": "walk", "seconds": 2100, "walk_seconds": 0, "jog_seconds": 0, "longest_jog_seconds": null, "distance_m": null, "effort": null, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-03-29T07:10:00+00:00", "id": "demo-session-7"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (9, 1, '2026-03-30 07:10:00', 'check_in', 'demo-check-in-8', 'create', NULL, '{"date": "2026-03-30", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-03-30T07:10:00+00:00", "id": "demo-check-in-8"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (10, 1, '2026-03-30 07:10:00', 'session', 'demo-session-8', 'create', NULL, '{"date": "2026-03-30", "time": "18:00:00", "kind": "walk_jog", "seconds": 1500, "walk_seconds": 1200, "jog_seconds": 300, "longest_jog_seconds": 60, "distance_m": 2550, "effort": 3, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-03-30T07:10:00+00:00", "id": "demo-session-8"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (11, 1, '2026-03-31 07:10:00', 'check_in', 'demo-check-in-9', 'create', NULL, '{"date": "2026-03-31", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "soreness", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-03-31T07:10:00+00:00", "id": "demo-check-in-9"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (12, 1, '2026-03-31 07:10:00', 'session', 'demo-session-9', 'create', NULL, '{"date": "2026-03-31", "time": "12:30:00", "kind": "bike", "seconds": 2400, "walk_seconds": 0, "jog_seconds": 0, "longest_jog_seconds": null, "distance_m": null, "effort": null, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-03-31T07:10:00+00:00", "id": "demo-session-9"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (13, 1, '2026-04-01 07:10:00', 'check_in', 'demo-check-in-10', 'create', NULL, '{"date": "2026-04-01", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-01T07:10:00+00:00", "id": "demo-check-in-10"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (14, 1, '2026-04-01 07:10:00', 'session', 'demo-session-10', 'create', NULL, '{"date": "2026-04-01", "time": "18:00:00", "kind": "walk_jog", "seconds": 1500, "walk_seconds": 1200, "jog_seconds": 300, "longest_jog_seconds": 60, "distance_m": 2550, "effort": 3, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-04-01T07:10:00+00:00", "id": "demo-session-10"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (15, 1, '2026-04-02 07:10:00', 'check_in', 'demo-check-in-11', 'create', NULL, '{"date": "2026-04-02", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-02T07:10:00+00:00", "id": "demo-check-in-11"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (16, 1, '2026-04-02 07:10:00', 'session', 'demo-session-11', 'create', NULL, '{"date": "2026-04-02", "time": "12:30:00", "kind": "bike", "seconds": 2400, "walk_seconds": 0, "jog_seconds": 0, "longest_jog_seconds": null, "distance_m": null, "effort": null, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-04-02T07:10:00+00:00", "id": "demo-session-11"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (17, 1, '2026-04-03 07:10:00', 'check_in', 'demo-check-in-12', 'create', NULL, '{"date": "2026-04-03", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-03T07:10:00+00:00", "id": "demo-check-in-12"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (18, 1, '2026-04-03 07:10:00', 'session', 'demo-session-12', 'create', NULL, '{"date": "2026-04-03", "time": "18:00:00", "kind": "walk_jog", "seconds": 1500, "walk_seconds": 1200, "jog_seconds": 300, "longest_jog_seconds": 60, "distance_m": 2550, "effort": 3, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-04-03T07:10:00+00:00", "id": "demo-session-12"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (19, 1, '2026-04-04 07:10:00', 'check_in', 'demo-check-in-13', 'create', NULL, '{"date": "2026-04-04", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "soreness", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-04T07:10:00+00:00", "id": "demo-check-in-13"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (20, 1, '2026-04-04 07:10:00', 'session', 'demo-session-13', 'create', NULL, '{"date": "2026-04-04", "time": "18:00:00", "kind": "walk_jog", "seconds": 1500, "walk_seconds": 1200, "jog_seconds": 300, "longest_jog_seconds": 60, "distance_m": 2550, "effort": 3, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "Friends were running. I went along.", "entered_at": "2026-04-04T07:10:00+00:00", "id": "demo-session-13"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (21, 1, '2026-04-05 07:10:00', 'check_in', 'demo-check-in-14', 'create', NULL, '{"date": "2026-04-05", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": 7, "expected_return": "2026-05-31", "note": "", "entered_at": "2026-04-05T07:10:00+00:00", "id": "demo-check-in-14"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (22, 1, '2026-04-06 07:10:00', 'check_in', 'demo-check-in-15', 'create', NULL, '{"date": "2026-04-06", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-06T07:10:00+00:00", "id": "demo-check-in-15"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (23, 1, '2026-04-06 07:10:00', 'session', 'demo-session-15', 'create', NULL, '{"date": "2026-04-06", "time": "18:00:00", "kind": "walk_jog", "seconds": 1500, "walk_seconds": 900, "jog_seconds": 600, "longest_jog_seconds": 120, "distance_m": 2850, "effort": 3, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-04-06T07:10:00+00:00", "id": "demo-session-15"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (24, 1, '2026-04-07 07:10:00', 'check_in', 'demo-check-in-16', 'create', NULL, '{"date": "2026-04-07", "time": "07:10:00", "moment": "waking", "pain": 1, "sensation": "pain", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "A bit stiff going down the stairs.", "entered_at": "2026-04-07T07:10:00+00:00", "id": "demo-check-in-16"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (25, 1, '2026-04-08 07:10:00', 'check_in', 'demo-check-in-17', 'create', NULL, '{"date": "2026-04-08", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-08T07:10:00+00:00", "id": "demo-check-in-17"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (26, 1, '2026-04-09 07:10:00', 'check_in', 'demo-check-in-18', 'create', NULL, '{"date": "2026-04-09", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-09T07:10:00+00:00", "id": "demo-check-in-18"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (27, 1, '2026-04-09 07:10:00', 'session', 'demo-session-18', 'create', NULL, '{"date": "2026-04-09", "time": "18:00:00", "kind": "walk_jog", "seconds": 1500, "walk_seconds": 1200, "jog_seconds": 300, "longest_jog_seconds": 60, "distance_m": 2550, "effort": 3, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-04-09T07:10:00+00:00", "id": "demo-session-18"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (28, 1, '2026-04-10 07:10:00', 'check_in', 'demo-check-in-19', 'create', NULL, '{"date": "2026-04-10", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-10T07:10:00+00:00", "id": "demo-check-in-19"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (29, 1, '2026-04-11 07:10:00', 'check_in', 'demo-check-in-20', 'create', NULL, '{"date": "2026-04-11", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "soreness", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-11T07:10:00+00:00", "id": "demo-check-in-20"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (30, 1, '2026-04-11 07:10:00', 'session', 'demo-session-20', 'create', NULL, '{"date": "2026-04-11", "time": "18:00:00", "kind": "walk_jog", "seconds": 1500, "walk_seconds": 1200, "jog_seconds": 300, "longest_jog_seconds": 60, "distance_m": 2550, "effort": 3, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-04-11T07:10:00+00:00", "id": "demo-session-20"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (31, 1, '2026-04-12 07:10:00', 'check_in', 'demo-check-in-21', 'create', NULL, '{"date": "2026-04-12", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-12T07:10:00+00:00", "id": "demo-check-in-21"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (32, 1, '2026-04-13 07:10:00', 'check_in', 'demo-check-in-22', 'create', NULL, '{"date": "2026-04-13", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-13T07:10:00+00:00", "id": "demo-check-in-22"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (33, 1, '2026-04-13 07:10:00', 'session', 'demo-session-22', 'create', NULL, '{"date": "2026-04-13", "time": "18:00:00", "kind": "walk_jog", "seconds": 750, "walk_seconds": 600, "jog_seconds": 150, "longest_jog_seconds": 60, "distance_m": null, "effort": 3, "pain": 4, "sensation": "sharp", "limp": false, "stopped_early": true, "deviation": null, "note": "Sharp on a small step up. Walked home.", "entered_at": "2026-04-13T07:10:00+00:00", "id": "demo-session-22"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (34, 1, '2026-04-14 07:10:00', 'check_in', 'demo-check-in-23', 'create', NULL, '{"date": "2026-04-14", "time": "07:10:00", "moment": "waking", "pain": 3, "sensation": "pain", "limp": false, "painkiller": false, "red_flags": ["none"], "confidence": 3, "expected_return": "2026-05-31", "note": "", "entered_at": "2026-04-14T07:10:00+00:00", "id": "demo-check-in-23"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (35, 1, '2026-04-15 07:10:00', 'check_in', 'demo-check-in-24', 'create', NULL, '{"date": "2026-04-15", "time": "07:10:00", "moment": "waking", "pain": 2, "sensation": "pain", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-15T07:10:00+00:00", "id": "demo-check-in-24"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (36, 1, '2026-04-16 07:10:00', 'check_in', 'demo-check-in-25', 'create', NULL, '{"date": "2026-04-16", "time": "07:10:00", "moment": "waking", "pain": 1, "sensation": "pain", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-16T07:10:00+00:00", "id": "demo-check-in-25"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (37, 1, '2026-04-17 07:10:00', 'check_in', 'demo-check-in-26', 'create', NULL, '{"date": "2026-04-17", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-17T07:10:00+00:00", "id": "demo-check-in-26"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (38, 1, '2026-04-18 07:10:00', 'check_in', 'demo-check-in-27', 'create', NULL, '{"date": "2026-04-18", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-18T07:10:00+00:00", "id": "demo-check-in-27"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (39, 1, '2026-04-18 07:10:00', 'session', 'demo-session-27', 'create', NULL, '{"date": "2026-04-18", "time": "12:30:00", "kind": "walk", "seconds": 2100, "walk_seconds": 0, "jog_seconds": 0, "longest_jog_seconds": null, "distance_m": null, "effort": null, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-04-18T07:10:00+00:00", "id": "demo-session-27"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (40, 1, '2026-04-19 07:10:00', 'check_in', 'demo-check-in-28', 'create', NULL, '{"date": "2026-04-19", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-19T07:10:00+00:00", "id": "demo-check-in-28"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (61, 3, '2026-05-01 06:00:00', 'care', 'care-2', 'create', NULL, '{"date": "2026-05-01", "time": null, "kind": "ice", "minutes": null, "note": "Marguerite: the stairs at grandmother''s house", "entered_at": "2026-05-01T06:00:00+00:00", "id": "care-2"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (41, 1, '2026-04-19 07:10:00', 'session', 'demo-session-28', 'create', NULL, '{"date": "2026-04-19", "time": "18:00:00", "kind": "walk_jog", "seconds": 1500, "walk_seconds": 1200, "jog_seconds": 300, "longest_jog_seconds": 60, "distance_m": 2550, "effort": 3, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-04-19T07:10:00+00:00", "id": "demo-session-28"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (42, 1, '2026-04-20 07:10:00', 'check_in', 'demo-check-in-29', 'create', NULL, '{"date": "2026-04-20", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-20T07:10:00+00:00", "id": "demo-check-in-29"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (43, 1, '2026-04-20 07:10:00', 'session', 'demo-session-29', 'create', NULL, '{"date": "2026-04-20", "time": "12:30:00", "kind": "bike", "seconds": 2400, "walk_seconds": 0, "jog_seconds": 0, "longest_jog_seconds": null, "distance_m": null, "effort": null, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-04-20T07:10:00+00:00", "id": "demo-session-29"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (44, 1, '2026-04-21 07:10:00', 'check_in', 'demo-check-in-30', 'create', NULL, '{"date": "2026-04-21", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": 6, "expected_return": "2026-05-31", "note": "", "entered_at": "2026-04-21T07:10:00+00:00", "id": "demo-check-in-30"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (45, 1, '2026-04-21 07:10:00', 'session', 'demo-session-30', 'create', NULL, '{"date": "2026-04-21", "time": "18:00:00", "kind": "walk_jog", "seconds": 1500, "walk_seconds": 1200, "jog_seconds": 300, "longest_jog_seconds": 60, "distance_m": 2550, "effort": 3, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-04-21T07:10:00+00:00", "id": "demo-session-30"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (46, 1, '2026-04-22 07:10:00', 'check_in', 'demo-check-in-31', 'create', NULL, '{"date": "2026-04-22", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "soreness", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-22T07:10:00+00:00", "id": "demo-check-in-31"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (47, 1, '2026-04-23 07:10:00', 'check_in', 'demo-check-in-32', 'create', NULL, '{"date": "2026-04-23", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-23T07:10:00+00:00", "id": "demo-check-in-32"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (48, 1, '2026-04-23 07:10:00', 'session', 'demo-session-32', 'create', NULL, '{"date": "2026-04-23", "time": "18:00:00", "kind": "walk_jog", "seconds": 1500, "walk_seconds": 1200, "jog_seconds": 300, "longest_jog_seconds": 60, "distance_m": 2550, "effort": 3, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-04-23T07:10:00+00:00", "id": "demo-session-32"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (49, 1, '2026-04-25 07:10:00', 'check_in', 'demo-check-in-34', 'create', NULL, '{"date": "2026-04-25", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-25T07:10:00+00:00", "id": "demo-check-in-34"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (50, 1, '2026-04-25 07:10:00', 'session', 'demo-session-34', 'create', NULL, '{"date": "2026-04-25", "time": "18:00:00", "kind": "walk_jog", "seconds": 1500, "walk_seconds": 1200, "jog_seconds": 300, "longest_jog_seconds": 60, "distance_m": 2550, "effort": 3, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-04-25T07:10:00+00:00", "id": "demo-session-34"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (51, 1, '2026-04-26 07:10:00', 'check_in', 'demo-check-in-35', 'create', NULL, '{"date": "2026-04-26", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-26T07:10:00+00:00", "id": "demo-check-in-35"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (52, 1, '2026-04-27 07:10:00', 'check_in', 'demo-check-in-36', 'create', NULL, '{"date": "2026-04-27", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-27T07:10:00+00:00", "id": "demo-check-in-36"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (53, 1, '2026-04-27 07:10:00', 'session', 'demo-session-36', 'create', NULL, '{"date": "2026-04-27", "time": "18:00:00", "kind": "walk_jog", "seconds": 1500, "walk_seconds": 900, "jog_seconds": 600, "longest_jog_seconds": 120, "distance_m": 2850, "effort": 3, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-04-27T07:10:00+00:00", "id": "demo-session-36"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (54, 1, '2026-04-28 07:10:00', 'check_in', 'demo-check-in-37', 'create', NULL, '{"date": "2026-04-28", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": 7, "expected_return": "2026-05-31", "note": "", "entered_at": "2026-04-28T07:10:00+00:00", "id": "demo-check-in-37"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (55, 1, '2026-04-29 07:10:00', 'check_in', 'demo-check-in-38', 'create', NULL, '{"date": "2026-04-29", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-29T07:10:00+00:00", "id": "demo-check-in-38"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (56, 1, '2026-04-29 07:10:00', 'session', 'demo-session-38', 'create', NULL, '{"date": "2026-04-29", "time": "18:00:00", "kind": "walk_jog", "seconds": 1500, "walk_seconds": 900, "jog_seconds": 600, "longest_jog_seconds": 120, "distance_m": 2850, "effort": 3, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-04-29T07:10:00+00:00", "id": "demo-session-38"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (57, 1, '2026-04-30 07:10:00', 'check_in', 'demo-check-in-39', 'create', NULL, '{"date": "2026-04-30", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-30T07:10:00+00:00", "id": "demo-check-in-39"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (58, 2, '2026-04-30 06:00:00', 'check_in', 'old-2', 'create', NULL, '{"date": "2026-05-01", "time": "07:00:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "Marguerite: the fall from the red bicycle", "entered_at": "2026-04-30T06:00:00+00:00", "id": "old-2"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (59, 3, '2026-05-01 06:00:00', 'check_in', 'check-in-2', 'create', NULL, '{"date": "2026-05-01", "time": "07:00:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "Marguerite: the stairs at grandmother''s house", "entered_at": "2026-05-01T06:00:00+00:00", "id": "check-in-2"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (60, 3, '2026-05-01 06:00:00', 'session', 'session-2', 'create', NULL, '{"date": "2026-05-01", "time": null, "kind": "walk", "seconds": 1800, "walk_seconds": 0, "jog_seconds": 0, "longest_jog_seconds": null, "distance_m": null, "effort": null, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "Marguerite: the stairs at grandmother''s house", "entered_at": "2026-05-01T06:00:00+00:00", "id": "session-2"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (62, 3, '2026-05-01 06:00:00', 'session', 'imported-2', 'create', NULL, '{"date": "2026-04-30", "time": null, "kind": "walk", "seconds": 1800, "walk_seconds": 0, "jog_seconds": 0, "longest_jog_seconds": null, "distance_m": null, "effort": null, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-05-01T06:00:00+00:00", "id": "imported-2"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (63, 3, '2026-05-01 06:00:00', 'proposal', '1', 'create', NULL, '{"kind": "visit", "said": {"date": "2026-05-01", "by": "Dr Quillfeather", "said": "Marguerite: the stairs at grandmother''s house", "next_on": "2026-05-15", "asked": "", "through": "link", "entered_at": null}, "state": "waiting"}', NULL, '', NULL);
INSERT INTO public.changes VALUES (64, 3, '2026-05-01 06:00:00', 'proposal', '2', 'create', NULL, '{"kind": "setting", "said": {"name": "pain_free_days", "value": 2, "date": "2026-05-01", "by": "Dr Quillfeather", "entered_at": null, "through": "link"}, "state": "waiting"}', NULL, '', NULL);

INSERT INTO public.check_ins VALUES (1, 1, 'demo-check-in-0', '2026-03-22', '07:10:00', 'waking', 5, 'pain', true, false, '', 'Felt it pull on the last hill.', '2026-03-22 07:10:00', 3, '2026-05-31');
INSERT INTO public.check_ins VALUES (2, 1, 'demo-check-in-1', '2026-03-23', '07:10:00', 'waking', 4, 'pain', false, true, '', '', '2026-03-23 07:10:00', NULL, NULL);
INSERT INTO public.check_ins VALUES (3, 1, 'demo-check-in-2', '2026-03-24', '07:10:00', 'waking', 4, 'pain', false, false, '', '', '2026-03-24 07:10:00', NULL, NULL);
INSERT INTO public.check_ins VALUES (4, 1, 'demo-check-in-4', '2026-03-26', '07:10:00', 'waking', 2, 'pain', false, false, '', '', '2026-03-26 07:10:00', NULL, NULL);
INSERT INTO public.check_ins VALUES (5, 1, 'demo-check-in-5', '2026-03-27', '07:10:00', 'waking', 1, 'pain', false, false, '', '', '2026-03-27 07:10:00', NULL, NULL);
INSERT INTO public.check_ins VALUES (6, 1, 'demo-check-in-6', '2026-03-28', '07:10:00', 'waking', 0, 'none', false, false, '', '', '2026-03-28 07:10:00', NULL, NULL);
INSERT INTO public.check_ins VALUES (7, 1, 'demo-check-in-7', '2026-03-29', '07:10:00', 'waking', 0, 'none', false, false, '', '', '2026-03-29 07:10:00', 6, '2026-05-31');
INSERT INTO public.check_ins VALUES (8, 1, 'demo-check-in-8', '2026-03-30', '07:10:00', 'waking', 0, 'none', false, false, '', '', '2026-03-30 07:10:00', NULL, NULL);
INSERT INTO public.check_ins VALUES (9, 1, 'demo-check-in-9', '2026-03-31', '07:10:00', 'waking', 0, 'soreness', false, false, '', '', '2026-03-31 07:10:00', NULL, NULL);
INSERT INTO public.check_ins VALUES (10, 1, 'demo-check-in-10', '2026-04-01', '07:10:00', 'waking', 0, 'none', false, false, '', '', '2026-04-01 07:10:00', NULL, NULL);
INSERT INTO public.check_ins VALUES (11, 1, 'demo-check-in-11', '2026-04-02', '07:10:00', 'waking', 0, 'none', false, false, '', '', '2026-04-02 07:10:00', NULL, NULL);
INSERT INTO public.check_ins VALUES (12, 1, 'demo-check-in-12', '2026-04-03', '07:10:00', 'waking', 0, 'none', false, false, '', '', '2026-04-03 07:10:00', NULL, NULL);
INSERT INTO public.check_ins VALUES (13, 1, 'demo-check-in-13', '2026-04-04', '07:10:00', 'waking', 0, 'soreness', false, false, '', '', '2026-04-04 07:10:00', NULL, NULL);
INSERT INTO public.check_ins VALUES (14, 1, 'demo-check-in-14', '2026-04-05', '07:10:00', 'waking', 0, 'none', false, false, '', '', '2026-04-05 07:10:00', 7, '2026-05-31');
INSERT INTO public.check_ins VALUES (15, 1, 'demo-check-in-15', '2026-04-06', '07:10:00', 'waking', 0, 'none', false, false, '', '', '2026-04-06 07:10:00', NULL, NULL);
INSERT INTO public.check_ins VALUES (16, 1, 'demo-check-in-16', '2026-04-07', '07:10:00', 'waking', 1, 'pain', false, false, '', 'A bit stiff going down the stairs.', '2026-04-07 07:10:00', NULL, NULL);
INSERT INTO public.check_ins VALUES (17, 1, 'demo-check-in-17', '2026-04-08', '07:10:00', 'waking', 0, 'none', false, false, '', '', '2026-04-08 07:10:00', NULL, NULL);
INSERT INTO public.check_ins VALUES (18, 1, 'demo-check-in-18', '2026-04-09', '07:10:00', 'waking', 0, 'none', false, false, '', '', '2026-04-09 07:10:00', NULL, NULL);
INSERT INTO public.check_ins VALUES (19, 1, 'demo-check-in-19', '2026-04-10', '07:10:00', 'waking', 0, 'none', false, false, '', '', '2026-04-10 07:10:00', NULL, NULL);
INSERT INTO public.check_ins VALUES (20, 1, 'demo-check-in-20', '2026-04-11', '07:10:00', 'waking', 0, 'soreness', false, false, '', '', '2026-04-11 07:10:00', NULL, NULL);
INSERT INTO public.check_ins VALUES (21, 1, 'demo-check-in-21', '2026-04-12', '07:10:00', 'waking', 0, 'none', false, false, '', '', '2026-04-12 07:10:00', NULL, NULL);
INSERT INTO public.check_ins VALUES (22, 1, 'demo-check-in-22', '2026-04-13', '07:10:00', 'waking', 0, 'none', false, false, '', '', '2026-04-13 07:10:00', NULL, NULL);
INSERT INTO public.check_ins VALUES (23, 1, 'demo-check-in-23', '2026-04-14', '07:10:00', 'waking', 3, 'pain', false, false, 'none', '', '2026-04-14 07:10:00', 3, '2026-05-31');
INSERT INTO public.check_ins VALUES (24, 1, 'demo-check-in-24', '2026-04-15', '07:10:00', 'waking', 2, 'pain', false, false, '', '', '2026-04-15 07:10:00', NULL, NULL);
INSERT INTO public.check_ins VALUES (25, 1, 'demo-check-in-25', '2026-04-16', '07:10:00', 'waking', 1, 'pain', false, false, '', '', '2026-04-16 07:10:00', NULL, NULL);
INSERT INTO public.check_ins VALUES (26, 1, 'demo-check-in-26', '2026-04-17', '07:10:00', 'waking', 0, 'none', false, false, '', '', '2026-04-17 07:10:00', NULL, NULL);
INSERT INTO public.check_ins VALUES (27, 1, 'demo-check-in-27', '2026-04-18', '07:10:00', 'waking', 0, 'none', false, false, '', '', '2026-04-18 07:10:00', NULL, NULL);
INSERT INTO public.check_ins VALUES (28, 1, 'demo-check-in-28', '2026-04-19', '07:10:00', 'waking', 0, 'none', false, false, '', '', '2026-04-19 07:10:00', NULL, NULL);
INSERT INTO public.check_ins VALUES (29, 1, 'demo-check-in-29', '2026-04-20', '07:10:00', 'waking', 0, 'none', false, false, '', '', '2026-04-20 07:10:00', NULL, NULL);
INSERT INTO public.check_ins VALUES (30, 1, 'demo-check-in-30', '2026-04-21', '07:10:00', 'waking', 0, 'none', false, false, '', '', '2026-04-21 07:10:00', 6, '2026-05-31');
INSERT INTO public.check_ins VALUES (31, 1, 'demo-check-in-31', '2026-04-22', '07:10:00', 'waking', 0, 'soreness', false, false, '', '', '2026-04-22 07:10:00', NULL, NULL);
INSERT INTO public.check_ins VALUES (32, 1, 'demo-check-in-32', '2026-04-23', '07:10:00', 'waking', 0, 'none', false, false, '', '', '2026-04-23 07:10:00', NULL, NULL);
INSERT INTO public.check_ins VALUES (33, 1, 'demo-check-in-34', '2026-04-25', '07:10:00', 'waking', 0, 'none', false, false, '', '', '2026-04-25 07:10:00', NULL, NULL);
INSERT INTO public.check_ins VALUES (34, 1, 'demo-check-in-35', '2026-04-26', '07:10:00', 'waking', 0, 'none', false, false, '', '', '2026-04-26 07:10:00', NULL, NULL);
INSERT INTO public.check_ins VALUES (35, 1, 'demo-check-in-36', '2026-04-27', '07:10:00', 'waking', 0, 'none', false, false, '', '', '2026-04-27 07:10:00', NULL, NULL);
INSERT INTO public.check_ins VALUES (36, 1, 'demo-check-in-37', '2026-04-28', '07:10:00', 'waking', 0, 'none', false, false, '', '', '2026-04-28 07:10:00', 7, '2026-05-31');
INSERT INTO public.check_ins VALUES (37, 1, 'demo-check-in-38', '2026-04-29', '07:10:00', 'waking', 0, 'none', false, false, '', '', '2026-04-29 07:10:00', NULL, NULL);
INSERT INTO public.check_ins VALUES (38, 1, 'demo-check-in-39', '2026-04-30', '07:10:00', 'waking', 0, 'none', false, false, '', '', '2026-04-30 07:10:00', NULL, NULL);
INSERT INTO public.check_ins VALUES (39, 2, 'old-2', '2026-05-01', '07:00:00', 'waking', 0, 'none', false, false, '', 'Marguerite: the fall from the red bicycle', '2026-04-30 06:00:00', NULL, NULL);
INSERT INTO public.check_ins VALUES (40, 3, 'check-in-2', '2026-05-01', '07:00:00', 'waking', 0, 'none', false, false, '', 'Marguerite: the stairs at grandmother''s house', '2026-05-01 06:00:00', NULL, NULL);

INSERT INTO public.clearances VALUES (1, 3, '2026-05-01', 'Dr Quillfeather', 'Marguerite: the stairs at grandmother''s house', '[]', '2026-05-01 06:00:00', '');

INSERT INTO public.clinicians VALUES (1, '2026-05-01 06:00:00');
INSERT INTO public.clinicians VALUES (3, '2026-05-01 06:00:00');

INSERT INTO public.consent_links VALUES (1, 2, '708708d7a262d6cf4467b8197d8b0e3c2fc82235d454de1d86eaa570a4a2d3fe', false, false, '2026-05-01 06:00:00', '2026-05-08 06:00:00', NULL, NULL);
INSERT INTO public.consent_links VALUES (2, 2, '2222222222222222222222222222222222222222222222222222222222222222', false, false, '2026-05-01 06:00:00', '2026-05-08 06:00:00', NULL, NULL);

INSERT INTO public.consents VALUES (1, 2, 3, false, '2026-05-01 06:00:00', NULL, NULL);
INSERT INTO public.consents VALUES (2, 2, 1, true, '2026-05-01 06:00:00', NULL, NULL);

INSERT INTO public.daily_standings VALUES (1, '2026-03-22', 'protect', 1, 'hold', 5, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', '{"day": "2026-03-22", "onset": "2026-03-22", "baseline_seconds": 2400, "week_seconds": null, "stage": "protect", "step": 1, "clean_runs": 0, "counts_from": "2026-03-22", "baseline_reach": [], "setbacks": [], "plan_from": "2026-03-22", "lost_today": 0, "streak": 0, "painful_on": null, "pain_free_after": 0, "grave": true, "last_run": null, "run_before_today": null, "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": null, "stage_yesterday": "protect", "stage_since": "2026-03-22", "progress_on": null, "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [], "judged": null, "first_days": [5], "past": [], "today": [1, 1, 0, 5, true, false, false, false, 0, 0, 0, false, [], 0]}');
INSERT INTO public.daily_standings VALUES (1, '2026-03-23', 'protect', 1, 'hold', 4, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (1, '2026-03-24', 'protect', 1, 'hold', 4, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (1, '2026-03-25', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (1, '2026-03-26', 'protect', 1, 'hold', 2, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (1, '2026-03-27', 'protect', 1, 'hold', 1, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (1, '2026-03-28', 'protect', 1, 'hold', 0, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (1, '2026-03-29', 'cross_train', 1, 'hold', 0, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', '{"day": "2026-03-29", "onset": "2026-03-22", "baseline_seconds": 2400, "week_seconds": null, "stage": "cross_train", "step": 1, "clean_runs": 0, "counts_from": "2026-03-22", "baseline_reach": [], "setbacks": [], "plan_from": "2026-03-22", "lost_today": 0, "streak": 1, "painful_on": "2026-03-27", "pain_free_after": 1, "grave": false, "last_run": null, "run_before_today": null, "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": "2026-03-29", "stage_yesterday": "protect", "stage_since": "2026-03-22", "progress_on": null, "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [], "judged": null, "first_days": [5, 4, 4, 2, 1, 0], "past": [[1, 1, 0, 5, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 4, true, true, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 4, true, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 2, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 1, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0]], "today": [1, 1, 1, 0, false, false, false, false, 0, 0, 0, false, [], 0]}');
INSERT INTO public.daily_standings VALUES (1, '2026-03-30', 'walk_jog', 1, 'hold', 0, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (1, '2026-03-31', 'walk_jog', 1, 'hold', 0, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (1, '2026-04-01', 'walk_jog', 1, 'hold', 0, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (1, '2026-04-02', 'walk_jog', 1, 'hold', 0, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (1, '2026-04-03', 'walk_jog', 1, 'hold', 0, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (1, '2026-04-04', 'walk_jog', 1, 'hold', 0, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (1, '2026-04-05', 'walk_jog', 2, 'hold', 0, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', '{"day": "2026-04-05", "onset": "2026-03-22", "baseline_seconds": 2400, "week_seconds": null, "stage": "walk_jog", "step": 2, "clean_runs": 0, "counts_from": "2026-03-22", "baseline_reach": [], "setbacks": [], "plan_from": "2026-03-22", "lost_today": 0, "streak": 8, "painful_on": "2026-03-27", "pain_free_after": 8, "grave": false, "last_run": "2026-04-04", "run_before_today": "2026-04-04", "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": "2026-03-29", "stage_yesterday": "walk_jog", "stage_since": "2026-03-30", "progress_on": "2026-04-05", "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [["2026-04-04", 300, 300, 0, false, false, true, true]], "judged": ["2026-04-03", "clean"], "first_days": [5, 4, 4, 2, 1, 0], "past": [[1, 1, 0, 5, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 4, true, true, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 4, true, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 2, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 1, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 1, 0, false, false, false, false, 0, 0, 0, false, [["bike", 2400, false]], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 1, 0, false, false, false, false, 0, 0, 0, false, [["bike", 2400, false]], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 0]], "today": [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0]}');
INSERT INTO public.daily_standings VALUES (1, '2026-04-06', 'walk_jog', 2, 'hold', 0, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (1, '2026-04-07', 'walk_jog', 2, 'hold', 1, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (1, '2026-04-08', 'walk_jog', 1, 'hold', 0, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (1, '2026-04-09', 'walk_jog', 1, 'hold', 0, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (1, '2026-04-10', 'walk_jog', 1, 'hold', 0, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (1, '2026-04-11', 'walk_jog', 1, 'hold', 0, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (1, '2026-04-12', 'walk_jog', 1, 'hold', 0, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', '{"day": "2026-04-12", "onset": "2026-03-22", "baseline_seconds": 2400, "week_seconds": null, "stage": "walk_jog", "step": 1, "clean_runs": 1, "counts_from": "2026-04-08", "baseline_reach": [], "setbacks": [], "plan_from": "2026-04-08", "lost_today": 0, "streak": 4, "painful_on": "2026-04-07", "pain_free_after": 4, "grave": false, "last_run": "2026-04-11", "run_before_today": "2026-04-11", "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": "2026-03-29", "stage_yesterday": "walk_jog", "stage_since": "2026-03-30", "progress_on": "2026-04-05", "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [["2026-04-11", 300, 300, 0, true, false, false, true]], "judged": null, "first_days": [5, 4, 4, 2, 1, 0], "past": [[1, 1, 0, 5, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 4, true, true, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 4, true, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 2, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 1, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 1, 0, false, false, false, false, 0, 0, 0, false, [["bike", 2400, false]], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 1, 0, false, false, false, false, 0, 0, 0, false, [["bike", 2400, false]], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 0], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 1, 600, 600, false, [], 0], [1, 1, 0, 1, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 0]], "today": [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0]}');
INSERT INTO public.daily_standings VALUES (1, '2026-04-13', 'protect', 1, 'stop', 4, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (1, '2026-04-14', 'protect', 1, 'hold', 3, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (1, '2026-04-15', 'protect', 1, 'hold', 2, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (1, '2026-04-16', 'protect', 1, 'hold', 1, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (1, '2026-04-17', 'protect', 1, 'hold', 0, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (1, '2026-04-18', 'cross_train', 1, 'hold', 0, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (1, '2026-04-19', 'walk_jog', 1, 'hold', 0, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', '{"day": "2026-04-19", "onset": "2026-03-22", "baseline_seconds": 2400, "week_seconds": null, "stage": "walk_jog", "step": 1, "clean_runs": 0, "counts_from": "2026-04-13", "baseline_reach": [], "setbacks": ["2026-04-13"], "plan_from": "2026-04-13", "lost_today": 0, "streak": 2, "painful_on": "2026-04-16", "pain_free_after": 2, "grave": false, "last_run": "2026-04-19", "run_before_today": "2026-04-13", "unjudged_on": null, "sharp_on": "2026-04-13", "bad_days_on": null, "walked_on": "2026-04-18", "stage_yesterday": "cross_train", "stage_since": "2026-04-18", "progress_on": "2026-04-05", "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [["2026-04-19", 300, 300, 0, true, false, false, false]], "judged": null, "first_days": [5, 4, 4, 2, 1, 0], "past": [[1, 1, 0, 5, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 4, true, true, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 4, true, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 2, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 1, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 1, 0, false, false, false, false, 0, 0, 0, false, [["bike", 2400, false]], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 1, 0, false, false, false, false, 0, 0, 0, false, [["bike", 2400, false]], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 0], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 1, 600, 600, false, [], 0], [1, 1, 0, 1, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 4, true, false, false, true, 1, 150, 150, false, [], 0], [1, 1, 0, 3, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 2, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 1, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 0, 0, 0, false, [], 0]], "today": [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 0]}');
INSERT INTO public.daily_standings VALUES (1, '2026-04-20', 'walk_jog', 1, 'hold', 0, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (1, '2026-04-21', 'walk_jog', 1, 'hold', 0, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (1, '2026-04-22', 'walk_jog', 1, 'hold', 0, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (1, '2026-04-23', 'walk_jog', 1, 'hold', 0, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (1, '2026-04-24', 'walk_jog', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (1, '2026-04-25', 'walk_jog', 1, 'hold', 0, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (1, '2026-04-26', 'walk_jog', 1, 'hold', 0, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', '{"day": "2026-04-26", "onset": "2026-03-22", "baseline_seconds": 2400, "week_seconds": null, "stage": "walk_jog", "step": 1, "clean_runs": 2, "counts_from": "2026-04-13", "baseline_reach": [], "setbacks": [], "plan_from": "2026-04-13", "lost_today": 0, "streak": 1, "painful_on": "2026-04-16", "pain_free_after": 8, "grave": false, "last_run": "2026-04-25", "run_before_today": "2026-04-25", "unjudged_on": "2026-04-23", "sharp_on": "2026-04-13", "bad_days_on": null, "walked_on": "2026-04-18", "stage_yesterday": "walk_jog", "stage_since": "2026-04-19", "progress_on": "2026-04-05", "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [["2026-04-25", 300, 300, 0, true, false, false, true]], "judged": null, "first_days": [5, 4, 4, 2, 1, 0], "past": [[1, 1, 0, 1, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 1, 0, false, false, false, false, 0, 0, 0, false, [["bike", 2400, false]], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 1, 0, false, false, false, false, 0, 0, 0, false, [["bike", 2400, false]], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 0], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 1, 600, 600, false, [], 0], [1, 1, 0, 1, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 4, true, false, false, true, 1, 150, 150, false, [], 0], [1, 1, 0, 3, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 2, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 1, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 1, 0, false, false, false, false, 0, 0, 0, false, [["bike", 2400, false]], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 0]], "today": [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0]}');
INSERT INTO public.daily_standings VALUES (1, '2026-04-27', 'walk_jog', 2, 'hold', 0, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (1, '2026-04-28', 'walk_jog', 2, 'hold', 0, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (1, '2026-04-29', 'walk_jog', 2, 'hold', 0, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (1, '2026-04-30', 'walk_jog', 2, 'hold', 0, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (2, '2026-04-01', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', '{"day": "2026-04-01", "onset": "2026-04-01", "baseline_seconds": 2400, "week_seconds": null, "stage": "protect", "step": 1, "clean_runs": 0, "counts_from": "2026-04-01", "baseline_reach": [], "setbacks": [], "plan_from": "2026-04-01", "lost_today": 0, "streak": 0, "painful_on": null, "pain_free_after": 0, "grave": false, "last_run": null, "run_before_today": null, "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": null, "stage_yesterday": "protect", "stage_since": "2026-04-01", "progress_on": null, "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [], "judged": null, "first_days": [], "past": [], "today": [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]}');
INSERT INTO public.daily_standings VALUES (2, '2026-04-02', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (2, '2026-04-03', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (2, '2026-04-04', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (2, '2026-04-05', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (2, '2026-04-06', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (2, '2026-04-07', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (2, '2026-04-08', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', '{"day": "2026-04-08", "onset": "2026-04-01", "baseline_seconds": 2400, "week_seconds": null, "stage": "protect", "step": 1, "clean_runs": 0, "counts_from": "2026-04-01", "baseline_reach": [], "setbacks": [], "plan_from": "2026-04-01", "lost_today": 0, "streak": 0, "painful_on": null, "pain_free_after": 0, "grave": false, "last_run": null, "run_before_today": null, "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": null, "stage_yesterday": "protect", "stage_since": "2026-04-01", "progress_on": null, "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [], "judged": null, "first_days": [], "past": [[0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]], "today": [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]}');
INSERT INTO public.daily_standings VALUES (2, '2026-04-09', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (2, '2026-04-10', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (2, '2026-04-11', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (2, '2026-04-12', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (2, '2026-04-13', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (2, '2026-04-14', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (3, '2026-04-09', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (3, '2026-04-10', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (3, '2026-04-11', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (3, '2026-04-12', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (3, '2026-04-13', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (2, '2026-04-15', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', '{"day": "2026-04-15", "onset": "2026-04-01", "baseline_seconds": 2400, "week_seconds": null, "stage": "protect", "step": 1, "clean_runs": 0, "counts_from": "2026-04-01", "baseline_reach": [], "setbacks": [], "plan_from": "2026-04-01", "lost_today": 0, "streak": 0, "painful_on": null, "pain_free_after": 0, "grave": false, "last_run": null, "run_before_today": null, "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": null, "stage_yesterday": "protect", "stage_since": "2026-04-01", "progress_on": null, "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [], "judged": null, "first_days": [], "past": [[0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]], "today": [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]}');
INSERT INTO public.daily_standings VALUES (2, '2026-04-16', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (2, '2026-04-17', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (2, '2026-04-18', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (2, '2026-04-19', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (2, '2026-04-20', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (2, '2026-04-21', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (2, '2026-04-22', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', '{"day": "2026-04-22", "onset": "2026-04-01", "baseline_seconds": 2400, "week_seconds": null, "stage": "protect", "step": 1, "clean_runs": 0, "counts_from": "2026-04-01", "baseline_reach": [], "setbacks": [], "plan_from": "2026-04-01", "lost_today": 0, "streak": 0, "painful_on": null, "pain_free_after": 0, "grave": false, "last_run": null, "run_before_today": null, "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": null, "stage_yesterday": "protect", "stage_since": "2026-04-01", "progress_on": null, "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [], "judged": null, "first_days": [], "past": [[0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]], "today": [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]}');
INSERT INTO public.daily_standings VALUES (2, '2026-04-23', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (2, '2026-04-24', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (2, '2026-04-25', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (2, '2026-04-26', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (2, '2026-04-27', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (2, '2026-04-28', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (2, '2026-04-29', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', '{"day": "2026-04-29", "onset": "2026-04-01", "baseline_seconds": 2400, "week_seconds": null, "stage": "protect", "step": 1, "clean_runs": 0, "counts_from": "2026-04-01", "baseline_reach": [], "setbacks": [], "plan_from": "2026-04-01", "lost_today": 0, "streak": 0, "painful_on": null, "pain_free_after": 0, "grave": false, "last_run": null, "run_before_today": null, "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": null, "stage_yesterday": "protect", "stage_since": "2026-04-01", "progress_on": null, "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [], "judged": null, "first_days": [], "past": [[0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]], "today": [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]}');
INSERT INTO public.daily_standings VALUES (2, '2026-04-30', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (2, '2026-05-01', 'protect', 1, 'hold', 0, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (3, '2026-04-01', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', '{"day": "2026-04-01", "onset": "2026-04-01", "baseline_seconds": 2400, "week_seconds": null, "stage": "protect", "step": 1, "clean_runs": 0, "counts_from": "2026-04-01", "baseline_reach": [], "setbacks": [], "plan_from": "2026-04-01", "lost_today": 0, "streak": 0, "painful_on": null, "pain_free_after": 0, "grave": false, "last_run": null, "run_before_today": null, "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": null, "stage_yesterday": "protect", "stage_since": "2026-04-01", "progress_on": null, "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [], "judged": null, "first_days": [], "past": [], "today": [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]}');
INSERT INTO public.daily_standings VALUES (3, '2026-04-02', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (3, '2026-04-03', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (3, '2026-04-04', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (3, '2026-04-05', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (3, '2026-04-06', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (3, '2026-04-07', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (3, '2026-04-08', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', '{"day": "2026-04-08", "onset": "2026-04-01", "baseline_seconds": 2400, "week_seconds": null, "stage": "protect", "step": 1, "clean_runs": 0, "counts_from": "2026-04-01", "baseline_reach": [], "setbacks": [], "plan_from": "2026-04-01", "lost_today": 0, "streak": 0, "painful_on": null, "pain_free_after": 0, "grave": false, "last_run": null, "run_before_today": null, "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": null, "stage_yesterday": "protect", "stage_since": "2026-04-01", "progress_on": null, "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [], "judged": null, "first_days": [], "past": [[0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]], "today": [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]}');
INSERT INTO public.daily_standings VALUES (3, '2026-04-14', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (3, '2026-04-15', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', '{"day": "2026-04-15", "onset": "2026-04-01", "baseline_seconds": 2400, "week_seconds": null, "stage": "protect", "step": 1, "clean_runs": 0, "counts_from": "2026-04-01", "baseline_reach": [], "setbacks": [], "plan_from": "2026-04-01", "lost_today": 0, "streak": 0, "painful_on": null, "pain_free_after": 0, "grave": false, "last_run": null, "run_before_today": null, "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": null, "stage_yesterday": "protect", "stage_since": "2026-04-01", "progress_on": null, "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [], "judged": null, "first_days": [], "past": [[0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]], "today": [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]}');
INSERT INTO public.daily_standings VALUES (3, '2026-04-16', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (3, '2026-04-17', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (3, '2026-04-18', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (3, '2026-04-19', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (3, '2026-04-20', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (3, '2026-04-21', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (3, '2026-04-22', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', '{"day": "2026-04-22", "onset": "2026-04-01", "baseline_seconds": 2400, "week_seconds": null, "stage": "protect", "step": 1, "clean_runs": 0, "counts_from": "2026-04-01", "baseline_reach": [], "setbacks": [], "plan_from": "2026-04-01", "lost_today": 0, "streak": 0, "painful_on": null, "pain_free_after": 0, "grave": false, "last_run": null, "run_before_today": null, "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": null, "stage_yesterday": "protect", "stage_since": "2026-04-01", "progress_on": null, "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [], "judged": null, "first_days": [], "past": [[0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]], "today": [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]}');
INSERT INTO public.daily_standings VALUES (3, '2026-04-23', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (3, '2026-04-24', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (3, '2026-04-25', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (3, '2026-04-26', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (3, '2026-04-27', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (3, '2026-04-28', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (3, '2026-04-29', 'protect', 1, 'hold', NULL, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', '{"day": "2026-04-29", "onset": "2026-04-01", "baseline_seconds": 2400, "week_seconds": null, "stage": "protect", "step": 1, "clean_runs": 0, "counts_from": "2026-04-01", "baseline_reach": [], "setbacks": [], "plan_from": "2026-04-01", "lost_today": 0, "streak": 0, "painful_on": null, "pain_free_after": 0, "grave": false, "last_run": null, "run_before_today": null, "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": null, "stage_yesterday": "protect", "stage_since": "2026-04-01", "progress_on": null, "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [], "judged": null, "first_days": [], "past": [[0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]], "today": [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]}');
INSERT INTO public.daily_standings VALUES (3, '2026-04-30', 'protect', 1, 'hold', 0, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);
INSERT INTO public.daily_standings VALUES (3, '2026-05-01', 'protect', 1, 'hold', 0, 2, 'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299', NULL);

INSERT INTO public.decisions_shown VALUES (1, 1, '2026-03-22', '2026-03-22 07:10:00', 'return-to-run-1', 'hold', '[{"rule": "red-flag", "decision": "cleared", "facts": {"since": null, "flags": []}}, {"rule": "signs-asked", "decision": "cleared", "facts": {"alarm_on": null}}, {"rule": "sharp-pain", "decision": "cleared", "facts": {"event": null}}, {"rule": "pain-gone", "decision": "hold", "facts": {"protecting": true, "today": true, "last": null, "grave": true, "pain_free_days": 0, "needed": 2}}, {"rule": "check-in-today", "decision": "cleared", "facts": {"check_ins": 1}}, {"rule": "walk-first", "decision": "hold", "facts": {"stage": "protect", "walked_on": null, "minutes": 30}}, {"rule": "rest-between-runs", "decision": "cleared", "facts": {"run_on": null, "rest_days": 1, "next_day": false}}, {"rule": "one-run-a-day", "decision": "cleared", "facts": {"runs": 0}}, {"rule": "morning-after", "decision": "cleared", "facts": {"run_on": null, "pending": false}}, {"rule": "painkiller", "decision": "cleared", "facts": {"taken": false, "last_evening": false}}, {"rule": "more-than-planned", "decision": "cleared", "facts": {"jog_seconds": 0, "percent": 10, "seconds": 30}}, {"rule": "longest-run", "decision": "cleared", "facts": {"jog_seconds": 0, "longest_seconds": 0, "percent": 110}}, {"rule": "lay-off", "decision": "cleared", "facts": {"last_run": null, "step": null, "plan": null}}, {"rule": "cross-training", "decision": "cleared", "facts": {"kind": null, "ridden_seconds": 0, "longest_seconds": 0}}, {"rule": "worsening", "decision": "cleared", "facts": {"now": null, "before": null}}, {"rule": "not-improving", "decision": "cleared", "facts": {"now": null, "first": null, "day": 0}}, {"rule": "stalled", "decision": "cleared", "facts": {"since": "2026-03-22", "days": 21}}, {"rule": "past-window", "decision": "cleared", "facts": {"painful": false, "closes": 42}}, {"rule": "stepped-back-twice", "decision": "cleared", "facts": {"setbacks": 0}}]', '{"day": "2026-03-22", "onset": "2026-03-22", "baseline_seconds": 2400, "week_seconds": null, "stage": "protect", "step": 1, "clean_runs": 0, "counts_from": "2026-03-22", "baseline_reach": [], "setbacks": [], "plan_from": "2026-03-22", "lost_today": 0, "streak": 0, "painful_on": null, "pain_free_after": 0, "grave": true, "last_run": null, "run_before_today": null, "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": null, "stage_yesterday": "protect", "stage_since": "2026-03-22", "progress_on": null, "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [], "judged": null, "first_days": [5], "past": [], "today": [1, 1, 0, 5, true, false, false, false, 0, 0, 0, false, [], 0]}');
INSERT INTO public.decisions_shown VALUES (2, 1, '2026-03-23', '2026-03-23 07:10:00', 'return-to-run-1', 'hold', '[{"rule": "red-flag", "decision": "cleared", "facts": {"since": null, "flags": []}}, {"rule": "signs-asked", "decision": "cleared", "facts": {"alarm_on": null}}, {"rule": "sharp-pain", "decision": "cleared", "facts": {"event": null}}, {"rule": "pain-gone", "decision": "hold", "facts": {"protecting": true, "today": true, "last": "2026-03-22", "grave": true, "pain_free_days": 0, "needed": 2}}, {"rule": "check-in-today", "decision": "cleared", "facts": {"check_ins": 1}}, {"rule": "walk-first", "decision": "hold", "facts": {"stage": "protect", "walked_on": null, "minutes": 30}}, {"rule": "rest-between-runs", "decision": "cleared", "facts": {"run_on": null, "rest_days": 1, "next_day": false}}, {"rule": "one-run-a-day", "decision": "cleared", "facts": {"runs": 0}}, {"rule": "morning-after", "decision": "cleared", "facts": {"run_on": null, "pending": false}}, {"rule": "painkiller", "decision": "hold", "facts": {"taken": true, "last_evening": false}}, {"rule": "more-than-planned", "decision": "cleared", "facts": {"jog_seconds": 0, "percent": 10, "seconds": 30}}, {"rule": "longest-run", "decision": "cleared", "facts": {"jog_seconds": 0, "longest_seconds": 0, "percent": 110}}, {"rule": "lay-off", "decision": "cleared", "facts": {"last_run": null, "step": null, "plan": null}}, {"rule": "cross-training", "decision": "cleared", "facts": {"kind": null, "ridden_seconds": 0, "longest_seconds": 0}}, {"rule": "worsening", "decision": "cleared", "facts": {"now": null, "before": null}}, {"rule": "not-improving", "decision": "cleared", "facts": {"now": null, "first": null, "day": 1}}, {"rule": "stalled", "decision": "cleared", "facts": {"since": "2026-03-22", "days": 21}}, {"rule": "past-window", "decision": "cleared", "facts": {"painful": false, "closes": 42}}, {"rule": "stepped-back-twice", "decision": "cleared", "facts": {"setbacks": 0}}]', '{"day": "2026-03-23", "onset": "2026-03-22", "baseline_seconds": 2400, "week_seconds": null, "stage": "protect", "step": 1, "clean_runs": 0, "counts_from": "2026-03-22", "baseline_reach": [], "setbacks": [], "plan_from": "2026-03-22", "lost_today": 0, "streak": 0, "painful_on": "2026-03-22", "pain_free_after": 0, "grave": true, "last_run": null, "run_before_today": null, "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": null, "stage_yesterday": "protect", "stage_since": "2026-03-22", "progress_on": null, "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [], "judged": null, "first_days": [5, 4], "past": [[1, 1, 0, 5, true, false, false, false, 0, 0, 0, false, [], 0]], "today": [1, 1, 0, 4, true, true, false, false, 0, 0, 0, false, [], 0]}');
INSERT INTO public.decisions_shown VALUES (3, 1, '2026-03-24', '2026-03-24 07:10:00', 'return-to-run-1', 'hold', '[{"rule": "red-flag", "decision": "cleared", "facts": {"since": null, "flags": []}}, {"rule": "signs-asked", "decision": "cleared", "facts": {"alarm_on": null}}, {"rule": "sharp-pain", "decision": "cleared", "facts": {"event": null}}, {"rule": "pain-gone", "decision": "hold", "facts": {"protecting": true, "today": true, "last": "2026-03-23", "grave": true, "pain_free_days": 0, "needed": 2}}, {"rule": "check-in-today", "decision": "cleared", "facts": {"check_ins": 1}}, {"rule": "walk-first", "decision": "hold", "facts": {"stage": "protect", "walked_on": null, "minutes": 30}}, {"rule": "rest-between-runs", "decision": "cleared", "facts": {"run_on": null, "rest_days": 1, "next_day": false}}, {"rule": "one-run-a-day", "decision": "cleared", "facts": {"runs": 0}}, {"rule": "morning-after", "decision": "cleared", "facts": {"run_on": null, "pending": false}}, {"rule": "painkiller", "decision": "cleared", "facts": {"taken": false, "last_evening": false}}, {"rule": "more-than-planned", "decision": "cleared", "facts": {"jog_seconds": 0, "percent": 10, "seconds": 30}}, {"rule": "longest-run", "decision": "cleared", "facts": {"jog_seconds": 0, "longest_seconds": 0, "percent": 110}}, {"rule": "lay-off", "decision": "cleared", "facts": {"last_run": null, "step": null, "plan": null}}, {"rule": "cross-training", "decision": "cleared", "facts": {"kind": null, "ridden_seconds": 0, "longest_seconds": 0}}, {"rule": "worsening", "decision": "cleared", "facts": {"now": 4.0, "before": null}}, {"rule": "not-improving", "decision": "cleared", "facts": {"now": null, "first": null, "day": 2}}, {"rule": "stalled", "decision": "cleared", "facts": {"since": "2026-03-22", "days": 21}}, {"rule": "past-window", "decision": "cleared", "facts": {"painful": false, "closes": 42}}, {"rule": "stepped-back-twice", "decision": "cleared", "facts": {"setbacks": 0}}]', '{"day": "2026-03-24", "onset": "2026-03-22", "baseline_seconds": 2400, "week_seconds": null, "stage": "protect", "step": 1, "clean_runs": 0, "counts_from": "2026-03-22", "baseline_reach": [], "setbacks": [], "plan_from": "2026-03-22", "lost_today": 0, "streak": 0, "painful_on": "2026-03-23", "pain_free_after": 0, "grave": true, "last_run": null, "run_before_today": null, "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": null, "stage_yesterday": "protect", "stage_since": "2026-03-22", "progress_on": null, "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [], "judged": null, "first_days": [5, 4, 4], "past": [[1, 1, 0, 5, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 4, true, true, false, false, 0, 0, 0, false, [], 0]], "today": [1, 1, 0, 4, true, false, false, false, 0, 0, 0, false, [], 0]}');
INSERT INTO public.decisions_shown VALUES (4, 1, '2026-03-25', '2026-03-25 07:10:00', 'return-to-run-1', 'hold', '[{"rule": "red-flag", "decision": "cleared", "facts": {"since": null, "flags": []}}, {"rule": "signs-asked", "decision": "cleared", "facts": {"alarm_on": null}}, {"rule": "sharp-pain", "decision": "cleared", "facts": {"event": null}}, {"rule": "pain-gone", "decision": "hold", "facts": {"protecting": true, "today": false, "last": "2026-03-24", "grave": true, "pain_free_days": 0, "needed": 2}}, {"rule": "check-in-today", "decision": "hold", "facts": {"check_ins": 0}}, {"rule": "walk-first", "decision": "hold", "facts": {"stage": "protect", "walked_on": null, "minutes": 30}}, {"rule": "rest-between-runs", "decision": "cleared", "facts": {"run_on": null, "rest_days": 1, "next_day": false}}, {"rule": "one-run-a-day", "decision": "cleared", "facts": {"runs": 0}}, {"rule": "morning-after", "decision": "cleared", "facts": {"run_on": null, "pending": false}}, {"rule": "painkiller", "decision": "cleared", "facts": {"taken": false, "last_evening": false}}, {"rule": "more-than-planned", "decision": "cleared", "facts": {"jog_seconds": 0, "percent": 10, "seconds": 30}}, {"rule": "longest-run", "decision": "cleared", "facts": {"jog_seconds": 0, "longest_seconds": 0, "percent": 110}}, {"rule": "lay-off", "decision": "cleared", "facts": {"last_run": null, "step": null, "plan": null}}, {"rule": "cross-training", "decision": "cleared", "facts": {"kind": null, "ridden_seconds": 0, "longest_seconds": 0}}, {"rule": "worsening", "decision": "cleared", "facts": {"now": 4.0, "before": null}}, {"rule": "not-improving", "decision": "cleared", "facts": {"now": null, "first": null, "day": 3}}, {"rule": "stalled", "decision": "cleared", "facts": {"since": "2026-03-22", "days": 21}}, {"rule": "past-window", "decision": "cleared", "facts": {"painful": false, "closes": 42}}, {"rule": "stepped-back-twice", "decision": "cleared", "facts": {"setbacks": 0}}]', '{"day": "2026-03-25", "onset": "2026-03-22", "baseline_seconds": 2400, "week_seconds": null, "stage": "protect", "step": 1, "clean_runs": 0, "counts_from": "2026-03-22", "baseline_reach": [], "setbacks": [], "plan_from": "2026-03-22", "lost_today": 0, "streak": 0, "painful_on": "2026-03-24", "pain_free_after": 0, "grave": true, "last_run": null, "run_before_today": null, "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": null, "stage_yesterday": "protect", "stage_since": "2026-03-22", "progress_on": null, "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [], "judged": null, "first_days": [5, 4, 4], "past": [[1, 1, 0, 5, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 4, true, true, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 4, true, false, false, false, 0, 0, 0, false, [], 0]], "today": [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]}');
INSERT INTO public.decisions_shown VALUES (5, 1, '2026-03-26', '2026-03-26 07:10:00', 'return-to-run-1', 'hold', '[{"rule": "red-flag", "decision": "cleared", "facts": {"since": null, "flags": []}}, {"rule": "signs-asked", "decision": "cleared", "facts": {"alarm_on": null}}, {"rule": "sharp-pain", "decision": "cleared", "facts": {"event": null}}, {"rule": "pain-gone", "decision": "hold", "facts": {"protecting": true, "today": true, "last": "2026-03-24", "grave": true, "pain_free_days": 0, "needed": 2}}, {"rule": "check-in-today", "decision": "cleared", "facts": {"check_ins": 1}}, {"rule": "walk-first", "decision": "hold", "facts": {"stage": "protect", "walked_on": null, "minutes": 30}}, {"rule": "rest-between-runs", "decision": "cleared", "facts": {"run_on": null, "rest_days": 1, "next_day": false}}, {"rule": "one-run-a-day", "decision": "cleared", "facts": {"runs": 0}}, {"rule": "morning-after", "decision": "cleared", "facts": {"run_on": null, "pending": false}}, {"rule": "painkiller", "decision": "cleared", "facts": {"taken": false, "last_evening": false}}, {"rule": "more-than-planned", "decision": "cleared", "facts": {"jog_seconds": 0, "percent": 10, "seconds": 30}}, {"rule": "longest-run", "decision": "cleared", "facts": {"jog_seconds": 0, "longest_seconds": 0, "percent": 110}}, {"rule": "lay-off", "decision": "cleared", "facts": {"last_run": null, "step": null, "plan": null}}, {"rule": "cross-training", "decision": "cleared", "facts": {"kind": null, "ridden_seconds": 0, "longest_seconds": 0}}, {"rule": "worsening", "decision": "cleared", "facts": {"now": 4.0, "before": null}}, {"rule": "not-improving", "decision": "cleared", "facts": {"now": null, "first": null, "day": 4}}, {"rule": "stalled", "decision": "cleared", "facts": {"since": "2026-03-22", "days": 21}}, {"rule": "past-window", "decision": "cleared", "facts": {"painful": false, "closes": 42}}, {"rule": "stepped-back-twice", "decision": "cleared", "facts": {"setbacks": 0}}]', '{"day": "2026-03-26", "onset": "2026-03-22", "baseline_seconds": 2400, "week_seconds": null, "stage": "protect", "step": 1, "clean_runs": 0, "counts_from": "2026-03-22", "baseline_reach": [], "setbacks": [], "plan_from": "2026-03-22", "lost_today": 0, "streak": 0, "painful_on": "2026-03-24", "pain_free_after": 0, "grave": true, "last_run": null, "run_before_today": null, "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": null, "stage_yesterday": "protect", "stage_since": "2026-03-22", "progress_on": null, "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [], "judged": null, "first_days": [5, 4, 4, 2], "past": [[1, 1, 0, 5, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 4, true, true, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 4, true, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]], "today": [1, 1, 0, 2, true, false, false, false, 0, 0, 0, false, [], 0]}');

INSERT INTO public.episodes VALUES (1, 1, 'hamstring', 'right', '2026-03-22', false, 40, NULL, 'UTC', 'return-to-run-1', '', NULL, NULL, '[]', '[]', '2026-03-22', '2026-05-01 06:00:00', '2026-05-01 06:00:00', NULL, NULL, NULL, NULL, '');
INSERT INTO public.episodes VALUES (2, 2, 'hamstring', 'left', '2026-04-01', false, 40, NULL, 'Europe/Berlin', 'return-to-run-1', '', NULL, NULL, '[]', '[]', '2026-05-01', '2026-04-30 06:00:00', '2026-04-30 06:00:00', '2026-05-01', 'returned', NULL, NULL, '');
INSERT INTO public.episodes VALUES (3, 2, 'hamstring', 'left', '2026-04-01', false, 40, NULL, 'Europe/Berlin', 'return-to-run-1', '', NULL, NULL, '[]', '[]', '2026-05-01', '2026-05-01 06:00:00', '2026-05-01 06:00:00', NULL, NULL, NULL, NULL, '');

INSERT INTO public.import_items VALUES (1, 1, 3, 'session', 'imported-2', '470eaa86efd0bdc320df09ff3324c7fd75a49650f0deddbfa3474c98d0edd046');

INSERT INTO public.imports VALUES (1, 2, '2026-05-01 06:00:00', 'table', NULL, '');

INSERT INTO public.invitations VALUES (1, 1, 'fe246947f375613013e98d014817baf510b6e6b7c52406fc11c9446e7f1f7255', '2026-05-01 06:00:00', '2026-05-08 06:00:00', NULL, NULL, false);

INSERT INTO public.login_attempts VALUES (1, 'account', '6382b3cc881412b77bfcaeed026001c00d9e3025e66c20f6e7e92f079851462a', '2026-05-01 06:00:00');
INSERT INTO public.login_attempts VALUES (2, 'address', '192.0.2.1', '2026-05-01 06:00:00');

INSERT INTO public.passkeys VALUES (1, 2, 'key-of-2', 'key-of-2', 0, 'a test', '2026-05-01 06:00:00', NULL);
INSERT INTO public.passkeys VALUES (2, 1, 'AQ', 'Ag', 1, 'A phone', '2026-05-01 06:00:00', NULL);

INSERT INTO public.proposals VALUES (1, 3, 'visit', '{"date": "2026-05-01", "by": "Dr Quillfeather", "said": "Marguerite: the stairs at grandmother''s house", "next_on": "2026-05-15", "asked": "", "through": "link", "entered_at": null}', '2026-05-01 06:00:00', NULL, NULL);
INSERT INTO public.proposals VALUES (2, 3, 'setting', '{"name": "pain_free_days", "value": 2, "date": "2026-05-01", "by": "Dr Quillfeather", "entered_at": null, "through": "link"}', '2026-05-01 06:00:00', NULL, NULL);

INSERT INTO public.protocols VALUES ('dr-okafor-1', '# a text', true, false, '2026-05-01 06:00:00');
INSERT INTO public.protocols VALUES ('quillfeather-1', 'based-on = "return-to-run-1"
id = "quillfeather-1"
title = "A slower start"
[numbers.pain_free_days]
value = 3
note = "Dr Quillfeather: one day more."
', true, true, '2026-05-01 06:00:00');

INSERT INTO public.recovery_codes VALUES (1, 1, '0000000000000000000000000000000000000000000000000000000000000000', NULL);

INSERT INTO public.registration_openings VALUES (1, 1, '2026-05-01 06:00:00', NULL);

INSERT INTO public.reminder_channels VALUES (2, 'mail', 'gAAAAABrC1CbZX_pkgFmVr6eLLli8OPbP2Gdxp0kQ4pK_Pk22pNoS6ERu4WBi2CA6EHVm1GiP57tz5I7t0J0zNDIcET2-fA2Mg==', '2026-05-01 06:00:00', NULL, NULL, NULL, '');
INSERT INTO public.reminder_channels VALUES (2, 'webhook', 'gAAAAABrC1Cblo9NZtvlb--u4KmJzwhRbRd_PoAeQHeq51IJna5-bJIF4PmTbuV0Oett_NlaKYNGlJIbvIho0TBJvZzxaz4U8OljlqYrd9sRviZMa05T3U0=', '2026-05-01 06:00:00', NULL, NULL, NULL, '');

INSERT INTO public.reminder_hours VALUES (2, '09:00:00', '21:00:00', '07:00:00');

INSERT INTO public.reminder_messages VALUES (1, 2, 'mail', '2026-05-01', 'sent', 1, '2026-05-01 06:00:00', '72cf03b09d566cded426e92e6a92e55f2001ce523161a3c51ab32a6c0f1093a2');

INSERT INTO public.reset_links VALUES (1, 2, '4444539dd78ea7bf3db240170b3fb69bb45fa827bb848a4225db30adf7d80757', '2026-05-01 06:00:00', '2026-05-02 06:00:00', NULL, NULL);
INSERT INTO public.reset_links VALUES (2, 2, '1111111111111111111111111111111111111111111111111111111111111111', '2026-05-01 06:00:00', '2026-05-02 06:00:00', NULL, NULL);

INSERT INTO public.security_events VALUES (1, '2026-05-01 06:00:00', 'account-made', 1, NULL, '', '');
INSERT INTO public.security_events VALUES (2, '2026-05-01 06:00:00', 'role-given', 1, NULL, '', '');
INSERT INTO public.security_events VALUES (3, '2026-05-01 06:00:00', 'account-made', 2, NULL, '', '');
INSERT INTO public.security_events VALUES (4, '2026-05-01 06:00:00', 'signed-in', 2, NULL, '', 'a test');
INSERT INTO public.security_events VALUES (5, '2026-05-01 06:00:00', 'signed-in', 2, NULL, '', 'a test');
INSERT INTO public.security_events VALUES (6, '2026-05-01 06:00:00', 'link-made', 2, NULL, '', '');
INSERT INTO public.security_events VALUES (7, '2026-05-01 06:00:00', 'link-made', 2, NULL, '', '');
INSERT INTO public.security_events VALUES (8, '2026-05-01 06:00:00', 'link-answered', 2, NULL, '', '');
INSERT INTO public.security_events VALUES (9, '2026-05-01 06:00:00', 'signed-in', 3, NULL, '', 'a test');
INSERT INTO public.security_events VALUES (10, '2026-05-01 06:00:00', 'consent-link-made', 2, NULL, '', '');
INSERT INTO public.security_events VALUES (11, '2026-05-01 06:00:00', 'link-made', 2, NULL, '', '');
INSERT INTO public.security_events VALUES (12, '2026-05-01 06:00:00', 'api-token-made', 2, NULL, '', '');
INSERT INTO public.security_events VALUES (13, '2026-05-01 06:00:00', 'reminders-on', 2, NULL, '', '');
INSERT INTO public.security_events VALUES (14, '2026-05-01 06:00:00', 'reminders-on', 2, NULL, '', '');
INSERT INTO public.security_events VALUES (15, '2026-05-01 06:00:00', 'calendar-link-made', 2, NULL, '', '');
INSERT INTO public.security_events VALUES (16, '2026-05-01 06:00:00', 'registration-opened', 1, NULL, '', '');
INSERT INTO public.security_events VALUES (17, '2026-05-01 06:00:00', 'invitation-made', 1, NULL, '', '');

INSERT INTO public.sessions VALUES (1, 1, 'demo-session-7', '2026-03-29', '12:30:00', 'walk', 2100, 0, 0, NULL, NULL, NULL, 0, 'none', false, false, NULL, false, '', '2026-03-29 07:10:00');
INSERT INTO public.sessions VALUES (2, 1, 'demo-session-8', '2026-03-30', '18:00:00', 'walk_jog', 1500, 1200, 300, 60, 2550, 3, 0, 'none', false, false, NULL, false, '', '2026-03-30 07:10:00');
INSERT INTO public.sessions VALUES (3, 1, 'demo-session-9', '2026-03-31', '12:30:00', 'bike', 2400, 0, 0, NULL, NULL, NULL, 0, 'none', false, false, NULL, false, '', '2026-03-31 07:10:00');
INSERT INTO public.sessions VALUES (4, 1, 'demo-session-10', '2026-04-01', '18:00:00', 'walk_jog', 1500, 1200, 300, 60, 2550, 3, 0, 'none', false, false, NULL, false, '', '2026-04-01 07:10:00');
INSERT INTO public.sessions VALUES (5, 1, 'demo-session-11', '2026-04-02', '12:30:00', 'bike', 2400, 0, 0, NULL, NULL, NULL, 0, 'none', false, false, NULL, false, '', '2026-04-02 07:10:00');
INSERT INTO public.sessions VALUES (6, 1, 'demo-session-12', '2026-04-03', '18:00:00', 'walk_jog', 1500, 1200, 300, 60, 2550, 3, 0, 'none', false, false, NULL, false, '', '2026-04-03 07:10:00');
INSERT INTO public.sessions VALUES (7, 1, 'demo-session-13', '2026-04-04', '18:00:00', 'walk_jog', 1500, 1200, 300, 60, 2550, 3, 0, 'none', false, false, 'confirmed', false, 'Friends were running. I went along.', '2026-04-04 07:10:00');
INSERT INTO public.sessions VALUES (8, 1, 'demo-session-15', '2026-04-06', '18:00:00', 'walk_jog', 1500, 900, 600, 120, 2850, 3, 0, 'none', false, false, NULL, false, '', '2026-04-06 07:10:00');
INSERT INTO public.sessions VALUES (9, 1, 'demo-session-18', '2026-04-09', '18:00:00', 'walk_jog', 1500, 1200, 300, 60, 2550, 3, 0, 'none', false, false, NULL, false, '', '2026-04-09 07:10:00');
INSERT INTO public.sessions VALUES (10, 1, 'demo-session-20', '2026-04-11', '18:00:00', 'walk_jog', 1500, 1200, 300, 60, 2550, 3, 0, 'none', false, false, NULL, false, '', '2026-04-11 07:10:00');
INSERT INTO public.sessions VALUES (11, 1, 'demo-session-22', '2026-04-13', '18:00:00', 'walk_jog', 750, 600, 150, 60, NULL, 3, 4, 'sharp', false, true, NULL, false, 'Sharp on a small step up. Walked home.', '2026-04-13 07:10:00');
INSERT INTO public.sessions VALUES (12, 1, 'demo-session-27', '2026-04-18', '12:30:00', 'walk', 2100, 0, 0, NULL, NULL, NULL, 0, 'none', false, false, NULL, false, '', '2026-04-18 07:10:00');
INSERT INTO public.sessions VALUES (13, 1, 'demo-session-28', '2026-04-19', '18:00:00', 'walk_jog', 1500, 1200, 300, 60, 2550, 3, 0, 'none', false, false, NULL, false, '', '2026-04-19 07:10:00');
INSERT INTO public.sessions VALUES (14, 1, 'demo-session-29', '2026-04-20', '12:30:00', 'bike', 2400, 0, 0, NULL, NULL, NULL, 0, 'none', false, false, NULL, false, '', '2026-04-20 07:10:00');
INSERT INTO public.sessions VALUES (15, 1, 'demo-session-30', '2026-04-21', '18:00:00', 'walk_jog', 1500, 1200, 300, 60, 2550, 3, 0, 'none', false, false, NULL, false, '', '2026-04-21 07:10:00');
INSERT INTO public.sessions VALUES (16, 1, 'demo-session-32', '2026-04-23', '18:00:00', 'walk_jog', 1500, 1200, 300, 60, 2550, 3, 0, 'none', false, false, NULL, false, '', '2026-04-23 07:10:00');
INSERT INTO public.sessions VALUES (17, 1, 'demo-session-34', '2026-04-25', '18:00:00', 'walk_jog', 1500, 1200, 300, 60, 2550, 3, 0, 'none', false, false, NULL, false, '', '2026-04-25 07:10:00');
INSERT INTO public.sessions VALUES (18, 1, 'demo-session-36', '2026-04-27', '18:00:00', 'walk_jog', 1500, 900, 600, 120, 2850, 3, 0, 'none', false, false, NULL, false, '', '2026-04-27 07:10:00');
INSERT INTO public.sessions VALUES (19, 1, 'demo-session-38', '2026-04-29', '18:00:00', 'walk_jog', 1500, 900, 600, 120, 2850, 3, 0, 'none', false, false, NULL, false, '', '2026-04-29 07:10:00');
INSERT INTO public.sessions VALUES (20, 3, 'session-2', '2026-05-01', NULL, 'walk', 1800, 0, 0, NULL, NULL, NULL, 0, 'none', false, false, NULL, false, 'Marguerite: the stairs at grandmother''s house', '2026-05-01 06:00:00');
INSERT INTO public.sessions VALUES (21, 3, 'imported-2', '2026-04-30', NULL, 'walk', 1800, 0, 0, NULL, NULL, NULL, 0, 'none', false, false, NULL, false, '', '2026-05-01 06:00:00');

INSERT INTO public.settings_changes VALUES (1, 3, 'pain_free_days', 3, '2026-05-01', 'Dr Quillfeather', '2026-05-01 06:00:00', '');

INSERT INTO public.share_openings VALUES (1, 1, '2026-05-01 06:00:00', 'Today', 'a test');

INSERT INTO public.shared_secrets VALUES ('signing key', '4c24d46bf5a1ff65db5e6d6dccd5a3343421c959e92f9c47588ed53069c3c09e');

INSERT INTO public.shares VALUES (1, 3, '7ca8235b268a3ba8e8eca08e2b1a3cf536247ff72093dcfd386486acb7ee4428', 'Dr Quillfeather', false, '2026-05-01 06:00:00', '2026-05-31 06:00:00', NULL, false, NULL);
INSERT INTO public.shares VALUES (2, 3, 'ca37759c2de5ee50cedd114e87df5ab4e7b971352d3c97add811efaaa3ce1ab5', 'Dr Quillfeather', false, '2026-05-01 06:00:00', '2026-05-31 06:00:00', NULL, true, '2026-05-01 06:00:00');
INSERT INTO public.shares VALUES (3, 3, '5bcee61ddf25f2fc5e5b84e036e944ebf716f0dddcde38c2eee3089ddb352bce', 'Dr Quillfeather', false, '2026-05-01 06:00:00', '2026-05-31 06:00:00', NULL, true, NULL);

INSERT INTO public.sign_ins VALUES (1, 2, '5a5623ec3439af7c451e6c495863f12655f58890896777eae9c1cfb3f3b5ca8b', 'a test', '2026-05-01 06:00:00', '2026-05-01 06:00:00', NULL, NULL);
INSERT INTO public.sign_ins VALUES (2, 2, '0e9b9bf562e480521a7aac6df64ed16bbd365d6928fc270297507e270233f21a', 'a test', '2026-05-01 06:00:00', '2026-05-01 06:00:00', NULL, NULL);
INSERT INTO public.sign_ins VALUES (3, 3, '98a3babcb216cda8bdd1bfcee825a90b2cda2e4247e2cf380616841915d80008', 'a test', '2026-05-01 06:00:00', '2026-05-01 06:00:00', NULL, NULL);

INSERT INTO public.staged_files VALUES (1, '\x612066696c65', '2026-05-01 06:00:00');

INSERT INTO public.totp_keys VALUES (1, 'sealed', 59000000, '2026-05-01 06:00:00');

INSERT INTO public.visits VALUES (1, 1, '2026-05-01', 'Dr Okafor', 'Go on', NULL, '', '', '2026-05-01 06:00:00');

INSERT INTO public.work_spent VALUES ('a key', 1.5, '2026-05-01 06:00:00');

SELECT pg_catalog.setval('public.accounts_id_seq', 4, false);

SELECT pg_catalog.setval('public.api_tokens_id_seq', 2, false);

SELECT pg_catalog.setval('public.calendar_feeds_id_seq', 2, false);

SELECT pg_catalog.setval('public.care_entries_id_seq', 2, false);

SELECT pg_catalog.setval('public.changes_id_seq', 65, false);

SELECT pg_catalog.setval('public.check_ins_id_seq', 41, false);

SELECT pg_catalog.setval('public.clearances_id_seq', 2, false);

SELECT pg_catalog.setval('public.consent_links_id_seq', 3, false);

SELECT pg_catalog.setval('public.consents_id_seq', 3, false);

SELECT pg_catalog.setval('public.decisions_shown_id_seq', 41, false);

SELECT pg_catalog.setval('public.episodes_id_seq', 4, false);

SELECT pg_catalog.setval('public.import_items_id_seq', 2, false);

SELECT pg_catalog.setval('public.imports_id_seq', 2, false);

SELECT pg_catalog.setval('public.invitations_id_seq', 2, false);

SELECT pg_catalog.setval('public.login_attempts_id_seq', 3, false);

SELECT pg_catalog.setval('public.passkeys_id_seq', 3, false);

SELECT pg_catalog.setval('public.proposals_id_seq', 3, false);

SELECT pg_catalog.setval('public.recovery_codes_id_seq', 2, false);

SELECT pg_catalog.setval('public.registration_openings_id_seq', 2, false);

SELECT pg_catalog.setval('public.reminder_messages_id_seq', 2, false);

SELECT pg_catalog.setval('public.reset_links_id_seq', 3, false);

SELECT pg_catalog.setval('public.security_events_id_seq', 18, false);

SELECT pg_catalog.setval('public.sessions_id_seq', 22, false);

SELECT pg_catalog.setval('public.settings_changes_id_seq', 2, false);

SELECT pg_catalog.setval('public.share_openings_id_seq', 2, false);

SELECT pg_catalog.setval('public.shares_id_seq', 4, false);

SELECT pg_catalog.setval('public.sign_ins_id_seq', 4, false);

SELECT pg_catalog.setval('public.visits_id_seq', 2, false);

ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT pk_accounts PRIMARY KEY (id);

ALTER TABLE ONLY public.administrators
    ADD CONSTRAINT pk_administrators PRIMARY KEY (account_id);

ALTER TABLE ONLY public.api_tokens
    ADD CONSTRAINT pk_api_tokens PRIMARY KEY (id);

ALTER TABLE ONLY public.calendar_feeds
    ADD CONSTRAINT pk_calendar_feeds PRIMARY KEY (id);

ALTER TABLE ONLY public.care_entries
    ADD CONSTRAINT pk_care_entries PRIMARY KEY (id);

ALTER TABLE ONLY public.changes
    ADD CONSTRAINT pk_changes PRIMARY KEY (id);

ALTER TABLE ONLY public.check_ins
    ADD CONSTRAINT pk_check_ins PRIMARY KEY (id);

ALTER TABLE ONLY public.clearances
    ADD CONSTRAINT pk_clearances PRIMARY KEY (id);

ALTER TABLE ONLY public.clinicians
    ADD CONSTRAINT pk_clinicians PRIMARY KEY (account_id);

ALTER TABLE ONLY public.consent_links
    ADD CONSTRAINT pk_consent_links PRIMARY KEY (id);

ALTER TABLE ONLY public.consents
    ADD CONSTRAINT pk_consents PRIMARY KEY (id);

ALTER TABLE ONLY public.daily_standings
    ADD CONSTRAINT pk_daily_standings PRIMARY KEY (episode_id, date);

ALTER TABLE ONLY public.decisions_shown
    ADD CONSTRAINT pk_decisions_shown PRIMARY KEY (id);

ALTER TABLE ONLY public.episodes
    ADD CONSTRAINT pk_episodes PRIMARY KEY (id);

ALTER TABLE ONLY public.import_items
    ADD CONSTRAINT pk_import_items PRIMARY KEY (id);

ALTER TABLE ONLY public.imports
    ADD CONSTRAINT pk_imports PRIMARY KEY (id);

ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT pk_invitations PRIMARY KEY (id);

ALTER TABLE ONLY public.login_attempts
    ADD CONSTRAINT pk_login_attempts PRIMARY KEY (id);

ALTER TABLE ONLY public.passkeys
    ADD CONSTRAINT pk_passkeys PRIMARY KEY (id);

ALTER TABLE ONLY public.proposals
    ADD CONSTRAINT pk_proposals PRIMARY KEY (id);

ALTER TABLE ONLY public.protocols
    ADD CONSTRAINT pk_protocols PRIMARY KEY (id);

ALTER TABLE ONLY public.recovery_codes
    ADD CONSTRAINT pk_recovery_codes PRIMARY KEY (id);

ALTER TABLE ONLY public.registration_openings
    ADD CONSTRAINT pk_registration_openings PRIMARY KEY (id);

ALTER TABLE ONLY public.reminder_channels
    ADD CONSTRAINT pk_reminder_channels PRIMARY KEY (account_id, channel);

ALTER TABLE ONLY public.reminder_hours
    ADD CONSTRAINT pk_reminder_hours PRIMARY KEY (account_id);

ALTER TABLE ONLY public.reminder_messages
    ADD CONSTRAINT pk_reminder_messages PRIMARY KEY (id);

ALTER TABLE ONLY public.reset_links
    ADD CONSTRAINT pk_reset_links PRIMARY KEY (id);

ALTER TABLE ONLY public.security_events
    ADD CONSTRAINT pk_security_events PRIMARY KEY (id);

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT pk_sessions PRIMARY KEY (id);

ALTER TABLE ONLY public.settings_changes
    ADD CONSTRAINT pk_settings_changes PRIMARY KEY (id);

ALTER TABLE ONLY public.share_openings
    ADD CONSTRAINT pk_share_openings PRIMARY KEY (id);

ALTER TABLE ONLY public.shared_secrets
    ADD CONSTRAINT pk_shared_secrets PRIMARY KEY (name);

ALTER TABLE ONLY public.shares
    ADD CONSTRAINT pk_shares PRIMARY KEY (id);

ALTER TABLE ONLY public.sign_ins
    ADD CONSTRAINT pk_sign_ins PRIMARY KEY (id);

ALTER TABLE ONLY public.staged_files
    ADD CONSTRAINT pk_staged_files PRIMARY KEY (account_id);

ALTER TABLE ONLY public.totp_keys
    ADD CONSTRAINT pk_totp_keys PRIMARY KEY (account_id);

ALTER TABLE ONLY public.visits
    ADD CONSTRAINT pk_visits PRIMARY KEY (id);

ALTER TABLE ONLY public.work_spent
    ADD CONSTRAINT pk_work_spent PRIMARY KEY (key);

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT uq_accounts_name_key UNIQUE (name_key);

ALTER TABLE ONLY public.api_tokens
    ADD CONSTRAINT uq_api_tokens_token_hash UNIQUE (token_hash);

ALTER TABLE ONLY public.calendar_feeds
    ADD CONSTRAINT uq_calendar_feeds_token_hash UNIQUE (token_hash);

ALTER TABLE ONLY public.care_entries
    ADD CONSTRAINT uq_care_entries_episode_id_uid UNIQUE (episode_id, uid);

ALTER TABLE ONLY public.check_ins
    ADD CONSTRAINT uq_check_ins_episode_id_uid UNIQUE (episode_id, uid);

ALTER TABLE ONLY public.consent_links
    ADD CONSTRAINT uq_consent_links_token_hash UNIQUE (token_hash);

ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT uq_invitations_token_hash UNIQUE (token_hash);

ALTER TABLE ONLY public.passkeys
    ADD CONSTRAINT uq_passkeys_credential_id UNIQUE (credential_id);

ALTER TABLE ONLY public.recovery_codes
    ADD CONSTRAINT uq_recovery_codes_code_hash UNIQUE (code_hash);

ALTER TABLE ONLY public.reminder_messages
    ADD CONSTRAINT uq_reminder_messages_account_id_channel_day UNIQUE (account_id, channel, day);

ALTER TABLE ONLY public.reminder_messages
    ADD CONSTRAINT uq_reminder_messages_stop_hash UNIQUE (stop_hash);

ALTER TABLE ONLY public.reset_links
    ADD CONSTRAINT uq_reset_links_token_hash UNIQUE (token_hash);

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT uq_sessions_episode_id_uid UNIQUE (episode_id, uid);

ALTER TABLE ONLY public.shares
    ADD CONSTRAINT uq_shares_token_hash UNIQUE (token_hash);

ALTER TABLE ONLY public.sign_ins
    ADD CONSTRAINT uq_sign_ins_token_hash UNIQUE (token_hash);

CREATE INDEX ix_api_tokens_account_id ON public.api_tokens USING btree (account_id);

CREATE INDEX ix_calendar_feeds_account_id ON public.calendar_feeds USING btree (account_id);

CREATE INDEX ix_care_entries_episode_id_date ON public.care_entries USING btree (episode_id, date);

CREATE INDEX ix_changes_episode_id_at ON public.changes USING btree (episode_id, at);

CREATE INDEX ix_check_ins_episode_id_date ON public.check_ins USING btree (episode_id, date);

CREATE INDEX ix_clearances_episode_id ON public.clearances USING btree (episode_id);

CREATE INDEX ix_consent_links_account_id ON public.consent_links USING btree (account_id);

CREATE INDEX ix_consents_account_id ON public.consents USING btree (account_id);

CREATE INDEX ix_consents_clinician_id ON public.consents USING btree (clinician_id);

CREATE INDEX ix_decisions_shown_episode_id_date ON public.decisions_shown USING btree (episode_id, date);

CREATE INDEX ix_episodes_account_id ON public.episodes USING btree (account_id);

CREATE INDEX ix_import_items_episode_id ON public.import_items USING btree (episode_id);

CREATE INDEX ix_import_items_import_id ON public.import_items USING btree (import_id);

CREATE INDEX ix_imports_account_id ON public.imports USING btree (account_id);

CREATE INDEX ix_invitations_account_id ON public.invitations USING btree (account_id);

CREATE INDEX ix_login_attempts_kind_value_at ON public.login_attempts USING btree (kind, value, at);

CREATE INDEX ix_passkeys_account_id ON public.passkeys USING btree (account_id);

CREATE INDEX ix_proposals_episode_id ON public.proposals USING btree (episode_id);

CREATE INDEX ix_recovery_codes_account_id ON public.recovery_codes USING btree (account_id);

CREATE INDEX ix_registration_openings_account_id ON public.registration_openings USING btree (account_id);

CREATE INDEX ix_reminder_messages_account_id ON public.reminder_messages USING btree (account_id);

CREATE INDEX ix_reset_links_account_id ON public.reset_links USING btree (account_id);

CREATE INDEX ix_security_events_account_id ON public.security_events USING btree (account_id);

CREATE INDEX ix_security_events_at ON public.security_events USING btree (at);

CREATE INDEX ix_security_events_by_account_id ON public.security_events USING btree (by_account_id);

CREATE INDEX ix_sessions_episode_id_date ON public.sessions USING btree (episode_id, date);

CREATE INDEX ix_settings_changes_episode_id ON public.settings_changes USING btree (episode_id);

CREATE INDEX ix_share_openings_share_id_at ON public.share_openings USING btree (share_id, at);

CREATE INDEX ix_shares_episode_id ON public.shares USING btree (episode_id);

CREATE INDEX ix_sign_ins_account_id ON public.sign_ins USING btree (account_id);

CREATE INDEX ix_visits_episode_id ON public.visits USING btree (episode_id);

CREATE UNIQUE INDEX uq_episodes_open ON public.episodes USING btree (account_id) WHERE (closed_on IS NULL);

CREATE TRIGGER rest_day_on_insert AFTER INSERT ON public.sessions FOR EACH ROW EXECUTE FUNCTION public.rest_day_on_insert();

CREATE TRIGGER rest_day_on_onset AFTER UPDATE OF onset ON public.episodes FOR EACH ROW EXECUTE FUNCTION public.rest_day_on_onset();

CREATE TRIGGER rest_day_on_update AFTER UPDATE OF episode_id, date, jog_seconds, deviation, exempt ON public.sessions FOR EACH ROW EXECUTE FUNCTION public.rest_day_on_update();

ALTER TABLE ONLY public.administrators
    ADD CONSTRAINT fk_administrators_account_id_accounts FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.api_tokens
    ADD CONSTRAINT fk_api_tokens_account_id_accounts FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.calendar_feeds
    ADD CONSTRAINT fk_calendar_feeds_account_id_accounts FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.care_entries
    ADD CONSTRAINT fk_care_entries_episode_id_episodes FOREIGN KEY (episode_id) REFERENCES public.episodes(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.changes
    ADD CONSTRAINT fk_changes_episode_id_episodes FOREIGN KEY (episode_id) REFERENCES public.episodes(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.check_ins
    ADD CONSTRAINT fk_check_ins_episode_id_episodes FOREIGN KEY (episode_id) REFERENCES public.episodes(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.clearances
    ADD CONSTRAINT fk_clearances_episode_id_episodes FOREIGN KEY (episode_id) REFERENCES public.episodes(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.clinicians
    ADD CONSTRAINT fk_clinicians_account_id_accounts FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.consent_links
    ADD CONSTRAINT fk_consent_links_account_id_accounts FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.consents
    ADD CONSTRAINT fk_consents_account_id_accounts FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.consents
    ADD CONSTRAINT fk_consents_clinician_id_accounts FOREIGN KEY (clinician_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.daily_standings
    ADD CONSTRAINT fk_daily_standings_episode_id_episodes FOREIGN KEY (episode_id) REFERENCES public.episodes(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.decisions_shown
    ADD CONSTRAINT fk_decisions_shown_episode_id_episodes FOREIGN KEY (episode_id) REFERENCES public.episodes(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.episodes
    ADD CONSTRAINT fk_episodes_account_id_accounts FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.episodes
    ADD CONSTRAINT fk_episodes_follows_episode_id_episodes FOREIGN KEY (follows_episode_id) REFERENCES public.episodes(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.import_items
    ADD CONSTRAINT fk_import_items_episode_id_episodes FOREIGN KEY (episode_id) REFERENCES public.episodes(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.import_items
    ADD CONSTRAINT fk_import_items_import_id_imports FOREIGN KEY (import_id) REFERENCES public.imports(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.imports
    ADD CONSTRAINT fk_imports_account_id_accounts FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT fk_invitations_account_id_accounts FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.passkeys
    ADD CONSTRAINT fk_passkeys_account_id_accounts FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.proposals
    ADD CONSTRAINT fk_proposals_episode_id_episodes FOREIGN KEY (episode_id) REFERENCES public.episodes(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.recovery_codes
    ADD CONSTRAINT fk_recovery_codes_account_id_accounts FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.registration_openings
    ADD CONSTRAINT fk_registration_openings_account_id_accounts FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.reminder_channels
    ADD CONSTRAINT fk_reminder_channels_account_id_accounts FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.reminder_hours
    ADD CONSTRAINT fk_reminder_hours_account_id_accounts FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.reminder_messages
    ADD CONSTRAINT fk_reminder_messages_account_id_accounts FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.reset_links
    ADD CONSTRAINT fk_reset_links_account_id_accounts FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.security_events
    ADD CONSTRAINT fk_security_events_account_id_accounts FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.security_events
    ADD CONSTRAINT fk_security_events_by_account_id_accounts FOREIGN KEY (by_account_id) REFERENCES public.accounts(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT fk_sessions_episode_id_episodes FOREIGN KEY (episode_id) REFERENCES public.episodes(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.settings_changes
    ADD CONSTRAINT fk_settings_changes_episode_id_episodes FOREIGN KEY (episode_id) REFERENCES public.episodes(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.share_openings
    ADD CONSTRAINT fk_share_openings_share_id_shares FOREIGN KEY (share_id) REFERENCES public.shares(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.shares
    ADD CONSTRAINT fk_shares_episode_id_episodes FOREIGN KEY (episode_id) REFERENCES public.episodes(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.sign_ins
    ADD CONSTRAINT fk_sign_ins_account_id_accounts FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.staged_files
    ADD CONSTRAINT fk_staged_files_account_id_accounts FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.totp_keys
    ADD CONSTRAINT fk_totp_keys_account_id_accounts FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.visits
    ADD CONSTRAINT fk_visits_episode_id_episodes FOREIGN KEY (episode_id) REFERENCES public.episodes(id) ON DELETE CASCADE;

