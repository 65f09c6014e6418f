BEGIN TRANSACTION;
CREATE TABLE accounts (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	name_key TEXT NOT NULL, 
	passphrase_hash TEXT NOT NULL, 
	unit VARCHAR(32) DEFAULT 'km' NOT NULL, 
	created_at DATETIME NOT NULL, revision BIGINT DEFAULT 0 NOT NULL, language TEXT, 
	CONSTRAINT pk_accounts PRIMARY KEY (id), 
	CONSTRAINT uq_accounts_name_key UNIQUE (name_key), 
	CONSTRAINT ck_accounts_unit CHECK (unit IN ('km', 'mi'))
);
INSERT INTO "accounts" VALUES(1,'demo','demo','$argon2id$v=19$m=65536,t=3,p=4$1sjRf7ukU4ehEmD+eT4Gng$Sfc8U4PACZux72RzVgX6fH4RyoYDsFTqFUpvmKPhp2M','km','2026-05-01 06:00:00.000000',3543529585013850553,NULL);
INSERT INTO "accounts" VALUES(2,'Marguerite','marguerite','$argon2id$v=19$m=65536,t=3,p=4$mCO2JQ2Dr8lcSxVufMqipw$YKVGqIGz0Yh5hOk2bJK8Ty84oZ6/4wOZH21PABozW8U','km','2026-05-01 06:00:00.000000',3543529585013850553,NULL);
INSERT INTO "accounts" VALUES(3,'Physio 2','physio 2','x','km','2026-05-01 06:00:00.000000',3543529585013850553,NULL);
CREATE TABLE administrators (
	account_id INTEGER NOT NULL, 
	since DATETIME NOT NULL, 
	CONSTRAINT pk_administrators PRIMARY KEY (account_id), 
	CONSTRAINT fk_administrators_account_id_accounts FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
INSERT INTO "administrators" VALUES(1,'2026-05-01 06:00:00.000000');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0016');
CREATE TABLE api_tokens (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	token_hash TEXT NOT NULL, 
	name TEXT NOT NULL, 
	scope VARCHAR(32) NOT NULL, 
	created_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	last_used_at DATETIME, 
	revoked_at DATETIME, 
	CONSTRAINT pk_api_tokens PRIMARY KEY (id), 
	CONSTRAINT fk_api_tokens_account_id_accounts FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE, 
	CONSTRAINT uq_api_tokens_token_hash UNIQUE (token_hash)
);
INSERT INTO "api_tokens" VALUES(1,2,'d5301f686aaaf4998f28f0e65420cf85e0ab651e40d2cba30d20533c8500b957','A watch','write','2026-05-01 06:00:00.000000','2026-05-31 06:00:00.000000',NULL,NULL);
CREATE TABLE calendar_feeds (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	token_hash TEXT NOT NULL, 
	created_at DATETIME NOT NULL, 
	revoked_at DATETIME, 
	CONSTRAINT pk_calendar_feeds PRIMARY KEY (id), 
	CONSTRAINT fk_calendar_feeds_account_id_accounts FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE, 
	CONSTRAINT uq_calendar_feeds_token_hash UNIQUE (token_hash)
);
INSERT INTO "calendar_feeds" VALUES(1,2,'70416a0b56e1152a795658f827407cc7a739c191ad51e4a6d6f20e664a5c0df7','2026-05-01 06:00:00.000000',NULL);
CREATE TABLE "care_entries" (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	episode_id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	date DATE NOT NULL, 
	time TIME, 
	kind VARCHAR(32) NOT NULL, 
	minutes INTEGER, 
	note TEXT DEFAULT '' NOT NULL, 
	entered_at DATETIME NOT NULL, 
	CONSTRAINT pk_care_entries PRIMARY KEY (id), 
	CONSTRAINT ck_care_entries_minutes CHECK (minutes >= 0), 
	CONSTRAINT fk_care_entries_account_id_episodes FOREIGN KEY(account_id, episode_id) REFERENCES episodes (account_id, id) ON DELETE CASCADE, 
	CONSTRAINT uq_care_entries_account_id_episode_id_uid UNIQUE (account_id, episode_id, uid), 
	CONSTRAINT ck_care_entries_carekind CHECK (kind IN ('ice', 'compression', 'elevation', 'rest', 'warm_bath', 'massage', 'stretch_before', 'stretch_after'))
);
INSERT INTO "care_entries" VALUES(1,2,3,'care-2','2026-05-01',NULL,'ice',NULL,'Marguerite: the stairs at grandmother''s house','2026-05-01 06:00:00.000000');
CREATE TABLE "changes" (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	episode_id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	entity TEXT NOT NULL, 
	uid TEXT NOT NULL, 
	action VARCHAR(32) NOT NULL, 
	"before" JSON, 
	"after" JSON, 
	undone_at DATETIME, reason TEXT DEFAULT '' NOT NULL, seen_at DATETIME, 
	CONSTRAINT pk_changes PRIMARY KEY (id), 
	CONSTRAINT fk_changes_account_id_episodes FOREIGN KEY(account_id, episode_id) REFERENCES episodes (account_id, id) ON DELETE CASCADE, 
	CONSTRAINT ck_changes_changeaction CHECK (action IN ('create', 'update', 'delete'))
);
INSERT INTO "changes" VALUES(1,1,1,'2026-03-22 07:10:00.000000','check_in','demo-check-in-0','create',NULL,'{"date": "2026-03-22", "time": "07:10:00", "moment": "waking", "pain": 5, "sensation": "pain", "limp": true, "painkiller": false, "red_flags": [], "confidence": 3, "expected_return": "2026-05-31", "note": "Felt it pull on the last hill.", "entered_at": "2026-03-22T07:10:00+00:00", "id": "demo-check-in-0"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(2,1,1,'2026-03-23 07:10:00.000000','check_in','demo-check-in-1','create',NULL,'{"date": "2026-03-23", "time": "07:10:00", "moment": "waking", "pain": 4, "sensation": "pain", "limp": false, "painkiller": true, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-03-23T07:10:00+00:00", "id": "demo-check-in-1"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(3,1,1,'2026-03-24 07:10:00.000000','check_in','demo-check-in-2','create',NULL,'{"date": "2026-03-24", "time": "07:10:00", "moment": "waking", "pain": 4, "sensation": "pain", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-03-24T07:10:00+00:00", "id": "demo-check-in-2"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(4,1,1,'2026-03-26 07:10:00.000000','check_in','demo-check-in-4','create',NULL,'{"date": "2026-03-26", "time": "07:10:00", "moment": "waking", "pain": 2, "sensation": "pain", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-03-26T07:10:00+00:00", "id": "demo-check-in-4"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(5,1,1,'2026-03-27 07:10:00.000000','check_in','demo-check-in-5','create',NULL,'{"date": "2026-03-27", "time": "07:10:00", "moment": "waking", "pain": 1, "sensation": "pain", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-03-27T07:10:00+00:00", "id": "demo-check-in-5"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(6,1,1,'2026-03-28 07:10:00.000000','check_in','demo-check-in-6','create',NULL,'{"date": "2026-03-28", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-03-28T07:10:00+00:00", "id": "demo-check-in-6"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(7,1,1,'2026-03-29 07:10:00.000000','check_in','demo-check-in-7','create',NULL,'{"date": "2026-03-29", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": 6, "expected_return": "2026-05-31", "note": "", "entered_at": "2026-03-29T07:10:00+00:00", "id": "demo-check-in-7"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(8,1,1,'2026-03-29 07:10:00.000000','session','demo-session-7','create',NULL,'{"date": "2026-03-29", "time": "12:30:00", "kind": "walk", "seconds": 2100, "walk_seconds": 0, "jog_seconds": 0, "longest_jog_seconds": null, "distance_m": null, "effort": null, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-03-29T07:10:00+00:00", "id": "demo-session-7"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(9,1,1,'2026-03-30 07:10:00.000000','check_in','demo-check-in-8','create',NULL,'{"date": "2026-03-30", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-03-30T07:10:00+00:00", "id": "demo-check-in-8"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(10,1,1,'2026-03-30 07:10:00.000000','session','demo-session-8','create',NULL,'{"date": "2026-03-30", "time": "18:00:00", "kind": "walk_jog", "seconds": 1500, "walk_seconds": 1200, "jog_seconds": 300, "longest_jog_seconds": 60, "distance_m": 2550, "effort": 3, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-03-30T07:10:00+00:00", "id": "demo-session-8"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(11,1,1,'2026-03-31 07:10:00.000000','check_in','demo-check-in-9','create',NULL,'{"date": "2026-03-31", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "soreness", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-03-31T07:10:00+00:00", "id": "demo-check-in-9"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(12,1,1,'2026-03-31 07:10:00.000000','session','demo-session-9','create',NULL,'{"date": "2026-03-31", "time": "12:30:00", "kind": "bike", "seconds": 2400, "walk_seconds": 0, "jog_seconds": 0, "longest_jog_seconds": null, "distance_m": null, "effort": null, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-03-31T07:10:00+00:00", "id": "demo-session-9"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(13,1,1,'2026-04-01 07:10:00.000000','check_in','demo-check-in-10','create',NULL,'{"date": "2026-04-01", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-01T07:10:00+00:00", "id": "demo-check-in-10"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(14,1,1,'2026-04-01 07:10:00.000000','session','demo-session-10','create',NULL,'{"date": "2026-04-01", "time": "18:00:00", "kind": "walk_jog", "seconds": 1500, "walk_seconds": 1200, "jog_seconds": 300, "longest_jog_seconds": 60, "distance_m": 2550, "effort": 3, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-04-01T07:10:00+00:00", "id": "demo-session-10"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(15,1,1,'2026-04-02 07:10:00.000000','check_in','demo-check-in-11','create',NULL,'{"date": "2026-04-02", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-02T07:10:00+00:00", "id": "demo-check-in-11"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(16,1,1,'2026-04-02 07:10:00.000000','session','demo-session-11','create',NULL,'{"date": "2026-04-02", "time": "12:30:00", "kind": "bike", "seconds": 2400, "walk_seconds": 0, "jog_seconds": 0, "longest_jog_seconds": null, "distance_m": null, "effort": null, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-04-02T07:10:00+00:00", "id": "demo-session-11"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(17,1,1,'2026-04-03 07:10:00.000000','check_in','demo-check-in-12','create',NULL,'{"date": "2026-04-03", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-03T07:10:00+00:00", "id": "demo-check-in-12"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(18,1,1,'2026-04-03 07:10:00.000000','session','demo-session-12','create',NULL,'{"date": "2026-04-03", "time": "18:00:00", "kind": "walk_jog", "seconds": 1500, "walk_seconds": 1200, "jog_seconds": 300, "longest_jog_seconds": 60, "distance_m": 2550, "effort": 3, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-04-03T07:10:00+00:00", "id": "demo-session-12"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(19,1,1,'2026-04-04 07:10:00.000000','check_in','demo-check-in-13','create',NULL,'{"date": "2026-04-04", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "soreness", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-04T07:10:00+00:00", "id": "demo-check-in-13"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(20,1,1,'2026-04-04 07:10:00.000000','session','demo-session-13','create',NULL,'{"date": "2026-04-04", "time": "18:00:00", "kind": "walk_jog", "seconds": 1500, "walk_seconds": 1200, "jog_seconds": 300, "longest_jog_seconds": 60, "distance_m": 2550, "effort": 3, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "Friends were running. I went along.", "entered_at": "2026-04-04T07:10:00+00:00", "id": "demo-session-13"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(21,1,1,'2026-04-05 07:10:00.000000','check_in','demo-check-in-14','create',NULL,'{"date": "2026-04-05", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": 7, "expected_return": "2026-05-31", "note": "", "entered_at": "2026-04-05T07:10:00+00:00", "id": "demo-check-in-14"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(22,1,1,'2026-04-06 07:10:00.000000','check_in','demo-check-in-15','create',NULL,'{"date": "2026-04-06", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-06T07:10:00+00:00", "id": "demo-check-in-15"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(23,1,1,'2026-04-06 07:10:00.000000','session','demo-session-15','create',NULL,'{"date": "2026-04-06", "time": "18:00:00", "kind": "walk_jog", "seconds": 1500, "walk_seconds": 900, "jog_seconds": 600, "longest_jog_seconds": 120, "distance_m": 2850, "effort": 3, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-04-06T07:10:00+00:00", "id": "demo-session-15"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(24,1,1,'2026-04-07 07:10:00.000000','check_in','demo-check-in-16','create',NULL,'{"date": "2026-04-07", "time": "07:10:00", "moment": "waking", "pain": 1, "sensation": "pain", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "A bit stiff going down the stairs.", "entered_at": "2026-04-07T07:10:00+00:00", "id": "demo-check-in-16"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(25,1,1,'2026-04-08 07:10:00.000000','check_in','demo-check-in-17','create',NULL,'{"date": "2026-04-08", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-08T07:10:00+00:00", "id": "demo-check-in-17"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(26,1,1,'2026-04-09 07:10:00.000000','check_in','demo-check-in-18','create',NULL,'{"date": "2026-04-09", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-09T07:10:00+00:00", "id": "demo-check-in-18"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(27,1,1,'2026-04-09 07:10:00.000000','session','demo-session-18','create',NULL,'{"date": "2026-04-09", "time": "18:00:00", "kind": "walk_jog", "seconds": 1500, "walk_seconds": 1200, "jog_seconds": 300, "longest_jog_seconds": 60, "distance_m": 2550, "effort": 3, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-04-09T07:10:00+00:00", "id": "demo-session-18"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(28,1,1,'2026-04-10 07:10:00.000000','check_in','demo-check-in-19','create',NULL,'{"date": "2026-04-10", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-10T07:10:00+00:00", "id": "demo-check-in-19"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(29,1,1,'2026-04-11 07:10:00.000000','check_in','demo-check-in-20','create',NULL,'{"date": "2026-04-11", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "soreness", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-11T07:10:00+00:00", "id": "demo-check-in-20"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(30,1,1,'2026-04-11 07:10:00.000000','session','demo-session-20','create',NULL,'{"date": "2026-04-11", "time": "18:00:00", "kind": "walk_jog", "seconds": 1500, "walk_seconds": 1200, "jog_seconds": 300, "longest_jog_seconds": 60, "distance_m": 2550, "effort": 3, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-04-11T07:10:00+00:00", "id": "demo-session-20"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(31,1,1,'2026-04-12 07:10:00.000000','check_in','demo-check-in-21','create',NULL,'{"date": "2026-04-12", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-12T07:10:00+00:00", "id": "demo-check-in-21"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(32,1,1,'2026-04-13 07:10:00.000000','check_in','demo-check-in-22','create',NULL,'{"date": "2026-04-13", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-13T07:10:00+00:00", "id": "demo-check-in-22"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(33,1,1,'2026-04-13 07:10:00.000000','session','demo-session-22','create',NULL,'{"date": "2026-04-13", "time": "18:00:00", "kind": "walk_jog", "seconds": 750, "walk_seconds": 600, "jog_seconds": 150, "longest_jog_seconds": 60, "distance_m": null, "effort": 3, "pain": 4, "sensation": "sharp", "limp": false, "stopped_early": true, "deviation": null, "note": "Sharp on a small step up. Walked home.", "entered_at": "2026-04-13T07:10:00+00:00", "id": "demo-session-22"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(34,1,1,'2026-04-14 07:10:00.000000','check_in','demo-check-in-23','create',NULL,'{"date": "2026-04-14", "time": "07:10:00", "moment": "waking", "pain": 3, "sensation": "pain", "limp": false, "painkiller": false, "red_flags": ["none"], "confidence": 3, "expected_return": "2026-05-31", "note": "", "entered_at": "2026-04-14T07:10:00+00:00", "id": "demo-check-in-23"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(35,1,1,'2026-04-15 07:10:00.000000','check_in','demo-check-in-24','create',NULL,'{"date": "2026-04-15", "time": "07:10:00", "moment": "waking", "pain": 2, "sensation": "pain", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-15T07:10:00+00:00", "id": "demo-check-in-24"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(36,1,1,'2026-04-16 07:10:00.000000','check_in','demo-check-in-25','create',NULL,'{"date": "2026-04-16", "time": "07:10:00", "moment": "waking", "pain": 1, "sensation": "pain", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-16T07:10:00+00:00", "id": "demo-check-in-25"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(37,1,1,'2026-04-17 07:10:00.000000','check_in','demo-check-in-26','create',NULL,'{"date": "2026-04-17", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-17T07:10:00+00:00", "id": "demo-check-in-26"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(38,1,1,'2026-04-18 07:10:00.000000','check_in','demo-check-in-27','create',NULL,'{"date": "2026-04-18", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-18T07:10:00+00:00", "id": "demo-check-in-27"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(39,1,1,'2026-04-18 07:10:00.000000','session','demo-session-27','create',NULL,'{"date": "2026-04-18", "time": "12:30:00", "kind": "walk", "seconds": 2100, "walk_seconds": 0, "jog_seconds": 0, "longest_jog_seconds": null, "distance_m": null, "effort": null, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-04-18T07:10:00+00:00", "id": "demo-session-27"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(40,1,1,'2026-04-19 07:10:00.000000','check_in','demo-check-in-28','create',NULL,'{"date": "2026-04-19", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-19T07:10:00+00:00", "id": "demo-check-in-28"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(41,1,1,'2026-04-19 07:10:00.000000','session','demo-session-28','create',NULL,'{"date": "2026-04-19", "time": "18:00:00", "kind": "walk_jog", "seconds": 1500, "walk_seconds": 1200, "jog_seconds": 300, "longest_jog_seconds": 60, "distance_m": 2550, "effort": 3, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-04-19T07:10:00+00:00", "id": "demo-session-28"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(42,1,1,'2026-04-20 07:10:00.000000','check_in','demo-check-in-29','create',NULL,'{"date": "2026-04-20", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-20T07:10:00+00:00", "id": "demo-check-in-29"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(43,1,1,'2026-04-20 07:10:00.000000','session','demo-session-29','create',NULL,'{"date": "2026-04-20", "time": "12:30:00", "kind": "bike", "seconds": 2400, "walk_seconds": 0, "jog_seconds": 0, "longest_jog_seconds": null, "distance_m": null, "effort": null, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-04-20T07:10:00+00:00", "id": "demo-session-29"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(44,1,1,'2026-04-21 07:10:00.000000','check_in','demo-check-in-30','create',NULL,'{"date": "2026-04-21", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": 6, "expected_return": "2026-05-31", "note": "", "entered_at": "2026-04-21T07:10:00+00:00", "id": "demo-check-in-30"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(45,1,1,'2026-04-21 07:10:00.000000','session','demo-session-30','create',NULL,'{"date": "2026-04-21", "time": "18:00:00", "kind": "walk_jog", "seconds": 1500, "walk_seconds": 1200, "jog_seconds": 300, "longest_jog_seconds": 60, "distance_m": 2550, "effort": 3, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-04-21T07:10:00+00:00", "id": "demo-session-30"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(46,1,1,'2026-04-22 07:10:00.000000','check_in','demo-check-in-31','create',NULL,'{"date": "2026-04-22", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "soreness", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-22T07:10:00+00:00", "id": "demo-check-in-31"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(47,1,1,'2026-04-23 07:10:00.000000','check_in','demo-check-in-32','create',NULL,'{"date": "2026-04-23", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-23T07:10:00+00:00", "id": "demo-check-in-32"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(48,1,1,'2026-04-23 07:10:00.000000','session','demo-session-32','create',NULL,'{"date": "2026-04-23", "time": "18:00:00", "kind": "walk_jog", "seconds": 1500, "walk_seconds": 1200, "jog_seconds": 300, "longest_jog_seconds": 60, "distance_m": 2550, "effort": 3, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-04-23T07:10:00+00:00", "id": "demo-session-32"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(49,1,1,'2026-04-25 07:10:00.000000','check_in','demo-check-in-34','create',NULL,'{"date": "2026-04-25", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-25T07:10:00+00:00", "id": "demo-check-in-34"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(50,1,1,'2026-04-25 07:10:00.000000','session','demo-session-34','create',NULL,'{"date": "2026-04-25", "time": "18:00:00", "kind": "walk_jog", "seconds": 1500, "walk_seconds": 1200, "jog_seconds": 300, "longest_jog_seconds": 60, "distance_m": 2550, "effort": 3, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-04-25T07:10:00+00:00", "id": "demo-session-34"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(51,1,1,'2026-04-26 07:10:00.000000','check_in','demo-check-in-35','create',NULL,'{"date": "2026-04-26", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-26T07:10:00+00:00", "id": "demo-check-in-35"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(52,1,1,'2026-04-27 07:10:00.000000','check_in','demo-check-in-36','create',NULL,'{"date": "2026-04-27", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-27T07:10:00+00:00", "id": "demo-check-in-36"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(53,1,1,'2026-04-27 07:10:00.000000','session','demo-session-36','create',NULL,'{"date": "2026-04-27", "time": "18:00:00", "kind": "walk_jog", "seconds": 1500, "walk_seconds": 900, "jog_seconds": 600, "longest_jog_seconds": 120, "distance_m": 2850, "effort": 3, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-04-27T07:10:00+00:00", "id": "demo-session-36"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(54,1,1,'2026-04-28 07:10:00.000000','check_in','demo-check-in-37','create',NULL,'{"date": "2026-04-28", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": 7, "expected_return": "2026-05-31", "note": "", "entered_at": "2026-04-28T07:10:00+00:00", "id": "demo-check-in-37"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(55,1,1,'2026-04-29 07:10:00.000000','check_in','demo-check-in-38','create',NULL,'{"date": "2026-04-29", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-29T07:10:00+00:00", "id": "demo-check-in-38"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(56,1,1,'2026-04-29 07:10:00.000000','session','demo-session-38','create',NULL,'{"date": "2026-04-29", "time": "18:00:00", "kind": "walk_jog", "seconds": 1500, "walk_seconds": 900, "jog_seconds": 600, "longest_jog_seconds": 120, "distance_m": 2850, "effort": 3, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-04-29T07:10:00+00:00", "id": "demo-session-38"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(57,1,1,'2026-04-30 07:10:00.000000','check_in','demo-check-in-39','create',NULL,'{"date": "2026-04-30", "time": "07:10:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "", "entered_at": "2026-04-30T07:10:00+00:00", "id": "demo-check-in-39"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(58,2,2,'2026-04-30 06:00:00.000000','check_in','old-2','create',NULL,'{"date": "2026-05-01", "time": "07:00:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "Marguerite: the fall from the red bicycle", "entered_at": "2026-04-30T06:00:00+00:00", "id": "old-2"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(59,2,3,'2026-05-01 06:00:00.000000','check_in','check-in-2','create',NULL,'{"date": "2026-05-01", "time": "07:00:00", "moment": "waking", "pain": 0, "sensation": "none", "limp": false, "painkiller": false, "red_flags": [], "confidence": null, "expected_return": null, "note": "Marguerite: the stairs at grandmother''s house", "entered_at": "2026-05-01T06:00:00+00:00", "id": "check-in-2"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(60,2,3,'2026-05-01 06:00:00.000000','session','session-2','create',NULL,'{"date": "2026-05-01", "time": null, "kind": "walk", "seconds": 1800, "walk_seconds": 0, "jog_seconds": 0, "longest_jog_seconds": null, "distance_m": null, "effort": null, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "Marguerite: the stairs at grandmother''s house", "entered_at": "2026-05-01T06:00:00+00:00", "id": "session-2"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(61,2,3,'2026-05-01 06:00:00.000000','care','care-2','create',NULL,'{"date": "2026-05-01", "time": null, "kind": "ice", "minutes": null, "note": "Marguerite: the stairs at grandmother''s house", "entered_at": "2026-05-01T06:00:00+00:00", "id": "care-2"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(62,2,3,'2026-05-01 06:00:00.000000','session','imported-2','create',NULL,'{"date": "2026-04-30", "time": null, "kind": "walk", "seconds": 1800, "walk_seconds": 0, "jog_seconds": 0, "longest_jog_seconds": null, "distance_m": null, "effort": null, "pain": 0, "sensation": "none", "limp": false, "stopped_early": false, "deviation": null, "note": "", "entered_at": "2026-05-01T06:00:00+00:00", "id": "imported-2"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(63,2,3,'2026-05-01 06:00:00.000000','proposal','1','create',NULL,'{"kind": "visit", "said": {"date": "2026-05-01", "by": "Dr Quillfeather", "said": "Marguerite: the stairs at grandmother''s house", "next_on": "2026-05-15", "asked": "", "through": "link", "entered_at": null}, "state": "waiting"}',NULL,'',NULL);
INSERT INTO "changes" VALUES(64,2,3,'2026-05-01 06:00:00.000000','proposal','2','create',NULL,'{"kind": "setting", "said": {"name": "pain_free_days", "value": 2, "date": "2026-05-01", "by": "Dr Quillfeather", "entered_at": null, "through": "link"}, "state": "waiting"}',NULL,'',NULL);
CREATE TABLE "check_ins" (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	episode_id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	date DATE NOT NULL, 
	time TIME, 
	moment VARCHAR(32) DEFAULT 'day' NOT NULL, 
	pain INTEGER NOT NULL, 
	sensation VARCHAR(32) NOT NULL, 
	limp BOOLEAN DEFAULT 0 NOT NULL, 
	painkiller BOOLEAN DEFAULT 0 NOT NULL, 
	red_flags TEXT DEFAULT '' NOT NULL, 
	note TEXT DEFAULT '' NOT NULL, 
	entered_at DATETIME NOT NULL, confidence INTEGER CONSTRAINT ck_check_ins_confidence CHECK (confidence BETWEEN 0 AND 10), expected_return DATE, 
	CONSTRAINT pk_check_ins PRIMARY KEY (id), 
	CONSTRAINT ck_check_ins_contradiction CHECK (NOT (pain = 0 AND sensation IN ('pain', 'sharp')) AND NOT (pain > 0 AND sensation = 'none')), 
	CONSTRAINT ck_check_ins_pain CHECK (pain BETWEEN 0 AND 10), 
	CONSTRAINT fk_check_ins_account_id_episodes FOREIGN KEY(account_id, episode_id) REFERENCES episodes (account_id, id) ON DELETE CASCADE, 
	CONSTRAINT uq_check_ins_account_id_episode_id_uid UNIQUE (account_id, episode_id, uid), 
	CONSTRAINT ck_check_ins_moment CHECK (moment IN ('waking', 'day', 'evening', 'night')), 
	CONSTRAINT ck_check_ins_sensation CHECK (sensation IN ('none', 'soreness', 'pain', 'sharp'))
);
INSERT INTO "check_ins" VALUES(1,1,1,'demo-check-in-0','2026-03-22','07:10:00','waking',5,'pain',1,0,'','Felt it pull on the last hill.','2026-03-22 07:10:00.000000',3,'2026-05-31');
INSERT INTO "check_ins" VALUES(2,1,1,'demo-check-in-1','2026-03-23','07:10:00','waking',4,'pain',0,1,'','','2026-03-23 07:10:00.000000',NULL,NULL);
INSERT INTO "check_ins" VALUES(3,1,1,'demo-check-in-2','2026-03-24','07:10:00','waking',4,'pain',0,0,'','','2026-03-24 07:10:00.000000',NULL,NULL);
INSERT INTO "check_ins" VALUES(4,1,1,'demo-check-in-4','2026-03-26','07:10:00','waking',2,'pain',0,0,'','','2026-03-26 07:10:00.000000',NULL,NULL);
INSERT INTO "check_ins" VALUES(5,1,1,'demo-check-in-5','2026-03-27','07:10:00','waking',1,'pain',0,0,'','','2026-03-27 07:10:00.000000',NULL,NULL);
INSERT INTO "check_ins" VALUES(6,1,1,'demo-check-in-6','2026-03-28','07:10:00','waking',0,'none',0,0,'','','2026-03-28 07:10:00.000000',NULL,NULL);
INSERT INTO "check_ins" VALUES(7,1,1,'demo-check-in-7','2026-03-29','07:10:00','waking',0,'none',0,0,'','','2026-03-29 07:10:00.000000',6,'2026-05-31');
INSERT INTO "check_ins" VALUES(8,1,1,'demo-check-in-8','2026-03-30','07:10:00','waking',0,'none',0,0,'','','2026-03-30 07:10:00.000000',NULL,NULL);
INSERT INTO "check_ins" VALUES(9,1,1,'demo-check-in-9','2026-03-31','07:10:00','waking',0,'soreness',0,0,'','','2026-03-31 07:10:00.000000',NULL,NULL);
INSERT INTO "check_ins" VALUES(10,1,1,'demo-check-in-10','2026-04-01','07:10:00','waking',0,'none',0,0,'','','2026-04-01 07:10:00.000000',NULL,NULL);
INSERT INTO "check_ins" VALUES(11,1,1,'demo-check-in-11','2026-04-02','07:10:00','waking',0,'none',0,0,'','','2026-04-02 07:10:00.000000',NULL,NULL);
INSERT INTO "check_ins" VALUES(12,1,1,'demo-check-in-12','2026-04-03','07:10:00','waking',0,'none',0,0,'','','2026-04-03 07:10:00.000000',NULL,NULL);
INSERT INTO "check_ins" VALUES(13,1,1,'demo-check-in-13','2026-04-04','07:10:00','waking',0,'soreness',0,0,'','','2026-04-04 07:10:00.000000',NULL,NULL);
INSERT INTO "check_ins" VALUES(14,1,1,'demo-check-in-14','2026-04-05','07:10:00','waking',0,'none',0,0,'','','2026-04-05 07:10:00.000000',7,'2026-05-31');
INSERT INTO "check_ins" VALUES(15,1,1,'demo-check-in-15','2026-04-06','07:10:00','waking',0,'none',0,0,'','','2026-04-06 07:10:00.000000',NULL,NULL);
INSERT INTO "check_ins" VALUES(16,1,1,'demo-check-in-16','2026-04-07','07:10:00','waking',1,'pain',0,0,'','A bit stiff going down the stairs.','2026-04-07 07:10:00.000000',NULL,NULL);
INSERT INTO "check_ins" VALUES(17,1,1,'demo-check-in-17','2026-04-08','07:10:00','waking',0,'none',0,0,'','','2026-04-08 07:10:00.000000',NULL,NULL);
INSERT INTO "check_ins" VALUES(18,1,1,'demo-check-in-18','2026-04-09','07:10:00','waking',0,'none',0,0,'','','2026-04-09 07:10:00.000000',NULL,NULL);
INSERT INTO "check_ins" VALUES(19,1,1,'demo-check-in-19','2026-04-10','07:10:00','waking',0,'none',0,0,'','','2026-04-10 07:10:00.000000',NULL,NULL);
INSERT INTO "check_ins" VALUES(20,1,1,'demo-check-in-20','2026-04-11','07:10:00','waking',0,'soreness',0,0,'','','2026-04-11 07:10:00.000000',NULL,NULL);
INSERT INTO "check_ins" VALUES(21,1,1,'demo-check-in-21','2026-04-12','07:10:00','waking',0,'none',0,0,'','','2026-04-12 07:10:00.000000',NULL,NULL);
INSERT INTO "check_ins" VALUES(22,1,1,'demo-check-in-22','2026-04-13','07:10:00','waking',0,'none',0,0,'','','2026-04-13 07:10:00.000000',NULL,NULL);
INSERT INTO "check_ins" VALUES(23,1,1,'demo-check-in-23','2026-04-14','07:10:00','waking',3,'pain',0,0,'none','','2026-04-14 07:10:00.000000',3,'2026-05-31');
INSERT INTO "check_ins" VALUES(24,1,1,'demo-check-in-24','2026-04-15','07:10:00','waking',2,'pain',0,0,'','','2026-04-15 07:10:00.000000',NULL,NULL);
INSERT INTO "check_ins" VALUES(25,1,1,'demo-check-in-25','2026-04-16','07:10:00','waking',1,'pain',0,0,'','','2026-04-16 07:10:00.000000',NULL,NULL);
INSERT INTO "check_ins" VALUES(26,1,1,'demo-check-in-26','2026-04-17','07:10:00','waking',0,'none',0,0,'','','2026-04-17 07:10:00.000000',NULL,NULL);
INSERT INTO "check_ins" VALUES(27,1,1,'demo-check-in-27','2026-04-18','07:10:00','waking',0,'none',0,0,'','','2026-04-18 07:10:00.000000',NULL,NULL);
INSERT INTO "check_ins" VALUES(28,1,1,'demo-check-in-28','2026-04-19','07:10:00','waking',0,'none',0,0,'','','2026-04-19 07:10:00.000000',NULL,NULL);
INSERT INTO "check_ins" VALUES(29,1,1,'demo-check-in-29','2026-04-20','07:10:00','waking',0,'none',0,0,'','','2026-04-20 07:10:00.000000',NULL,NULL);
INSERT INTO "check_ins" VALUES(30,1,1,'demo-check-in-30','2026-04-21','07:10:00','waking',0,'none',0,0,'','','2026-04-21 07:10:00.000000',6,'2026-05-31');
INSERT INTO "check_ins" VALUES(31,1,1,'demo-check-in-31','2026-04-22','07:10:00','waking',0,'soreness',0,0,'','','2026-04-22 07:10:00.000000',NULL,NULL);
INSERT INTO "check_ins" VALUES(32,1,1,'demo-check-in-32','2026-04-23','07:10:00','waking',0,'none',0,0,'','','2026-04-23 07:10:00.000000',NULL,NULL);
INSERT INTO "check_ins" VALUES(33,1,1,'demo-check-in-34','2026-04-25','07:10:00','waking',0,'none',0,0,'','','2026-04-25 07:10:00.000000',NULL,NULL);
INSERT INTO "check_ins" VALUES(34,1,1,'demo-check-in-35','2026-04-26','07:10:00','waking',0,'none',0,0,'','','2026-04-26 07:10:00.000000',NULL,NULL);
INSERT INTO "check_ins" VALUES(35,1,1,'demo-check-in-36','2026-04-27','07:10:00','waking',0,'none',0,0,'','','2026-04-27 07:10:00.000000',NULL,NULL);
INSERT INTO "check_ins" VALUES(36,1,1,'demo-check-in-37','2026-04-28','07:10:00','waking',0,'none',0,0,'','','2026-04-28 07:10:00.000000',7,'2026-05-31');
INSERT INTO "check_ins" VALUES(37,1,1,'demo-check-in-38','2026-04-29','07:10:00','waking',0,'none',0,0,'','','2026-04-29 07:10:00.000000',NULL,NULL);
INSERT INTO "check_ins" VALUES(38,1,1,'demo-check-in-39','2026-04-30','07:10:00','waking',0,'none',0,0,'','','2026-04-30 07:10:00.000000',NULL,NULL);
INSERT INTO "check_ins" VALUES(39,2,2,'old-2','2026-05-01','07:00:00','waking',0,'none',0,0,'','Marguerite: the fall from the red bicycle','2026-04-30 06:00:00.000000',NULL,NULL);
INSERT INTO "check_ins" VALUES(40,2,3,'check-in-2','2026-05-01','07:00:00','waking',0,'none',0,0,'','Marguerite: the stairs at grandmother''s house','2026-05-01 06:00:00.000000',NULL,NULL);
CREATE TABLE "clearances" (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	episode_id INTEGER NOT NULL, 
	date DATE NOT NULL, 
	"by" TEXT NOT NULL, 
	note TEXT DEFAULT '' NOT NULL, 
	entered_at DATETIME NOT NULL, covers JSON DEFAULT '[]' NOT NULL, through VARCHAR(32) DEFAULT '' NOT NULL, 
	CONSTRAINT pk_clearances PRIMARY KEY (id), 
	CONSTRAINT fk_clearances_account_id_episodes FOREIGN KEY(account_id, episode_id) REFERENCES episodes (account_id, id) ON DELETE CASCADE
);
INSERT INTO "clearances" VALUES(1,2,3,'2026-05-01','Dr Quillfeather','Marguerite: the stairs at grandmother''s house','2026-05-01 06:00:00.000000','[]','');
CREATE TABLE clinicians (
	account_id INTEGER NOT NULL, 
	since DATETIME NOT NULL, 
	CONSTRAINT pk_clinicians PRIMARY KEY (account_id), 
	CONSTRAINT fk_clinicians_account_id_accounts FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
INSERT INTO "clinicians" VALUES(1,'2026-05-01 06:00:00.000000');
INSERT INTO "clinicians" VALUES(3,'2026-05-01 06:00:00.000000');
CREATE TABLE consent_links (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	token_hash TEXT NOT NULL, 
	by_clinician BOOLEAN DEFAULT 0 NOT NULL, 
	with_notes BOOLEAN DEFAULT 0 NOT NULL, 
	created_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	used_at DATETIME, 
	revoked_at DATETIME, 
	CONSTRAINT pk_consent_links PRIMARY KEY (id), 
	CONSTRAINT fk_consent_links_account_id_accounts FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE, 
	CONSTRAINT uq_consent_links_token_hash UNIQUE (token_hash)
);
INSERT INTO "consent_links" VALUES(1,2,'d3464d40744e4e3a41c720e7973a6489ddc2d31a8ba56b8049e49a1e0e277822',0,0,'2026-05-01 06:00:00.000000','2026-05-08 06:00:00.000000',NULL,NULL);
INSERT INTO "consent_links" VALUES(2,2,'2222222222222222222222222222222222222222222222222222222222222222',0,0,'2026-05-01 06:00:00.000000','2026-05-08 06:00:00.000000',NULL,NULL);
CREATE TABLE consents (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	clinician_id INTEGER NOT NULL, 
	with_notes BOOLEAN DEFAULT 0 NOT NULL, 
	since DATETIME NOT NULL, 
	ended_at DATETIME, 
	seen_at DATETIME, 
	CONSTRAINT pk_consents PRIMARY KEY (id), 
	CONSTRAINT fk_consents_account_id_accounts FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE, 
	CONSTRAINT fk_consents_clinician_id_accounts FOREIGN KEY(clinician_id) REFERENCES accounts (id) ON DELETE CASCADE
);
INSERT INTO "consents" VALUES(1,2,3,0,'2026-05-01 06:00:00.000000',NULL,NULL);
INSERT INTO "consents" VALUES(2,2,1,1,'2026-05-01 06:00:00.000000',NULL,NULL);
CREATE TABLE "daily_standings" (
	account_id INTEGER NOT NULL, 
	episode_id INTEGER NOT NULL, 
	date DATE NOT NULL, 
	stage TEXT NOT NULL, 
	step INTEGER, 
	decision TEXT NOT NULL, 
	worst_pain INTEGER, 
	checkpoint BLOB, engine INTEGER DEFAULT 1 NOT NULL, protocol_digest TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_daily_standings PRIMARY KEY (account_id, episode_id, date), 
	CONSTRAINT fk_daily_standings_account_id_episodes FOREIGN KEY(account_id, episode_id) REFERENCES episodes (account_id, id) ON DELETE CASCADE
);
INSERT INTO "daily_standings" VALUES(1,1,'2026-03-22','protect',1,'hold',5,X'789C7D52D16AC3300CFC9592E716BC6CDDC37EA50CA33872EAC595836CAF94B17F9FDC3AEDD28E81C1D149BAB34EF96A7A38356FABA655EDEB463D6FDAB659AF9A4011D323DC4144EF08754413A88F52D1BE28259923E2F80BA5ECBDA031C1808566E290D0A4E68CE124D0937C1A8F409A339596C26242A614B5E570F8479C11CC5EF2BBF74287A90333C6399EBC50FE4DE0434C3A85CBC0EAFC14A11A6B3081239BBD0E747B7FC1840C51834DC8B57260F82C5325CE5868416865885B9B04BA431B18AF723593E923F703F60B95B8079E164807BD96BEB8008FE0C7FBCEE2AF3EA178CA758F0BA74B363A32F86886D40D8C7129C19832D39D88072780B58258F0112F269BBB2AF0C08705122624511FE8BA1B38824B8E8639BE7871EBB08EC5CA3278A9D89ED729E6CEE5B3973BF977E4C82AB6EBBA84FAB0E5A5E653E342A2DEBF7F00C71BE952',2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-03-23','protect',1,'hold',4,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-03-24','protect',1,'hold',4,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-03-25','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-03-26','protect',1,'hold',2,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-03-27','protect',1,'hold',1,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-03-28','protect',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-03-29','cross_train',1,'hold',0,X'789CA553D16E83300CFC15C4339502EB366DBF524D91098632D20439615535EDDFE740684B574D6B272181CFBEB37D169F690587F435490B513CADC4C3AA7849B324B5C6A15FC045804B70A85B83D2A1B2A6725C51AC85E0CC1EB13B43CDA035A3CE4383414691754E7A82D6A4238E3DC3397F2A8D60240D26D08292B283F14ED66477BF0C40086ACBF9CD5B90435F82EADC1CF79A25AF0B68EBBCF4765A5A8CA3B0541787E979BE7AD0D29A05F3398D39164594507BA4C868083EC286356887411F589FB73979C0812CB1B684C7BE313398F7A16AB09ADACD966D81FA0552422599E716E01E7437332F6E379A2E0FC826533C6E4FD6A3F2A7AC6B8DC29FEE705D43E896AD08FD40E6624C0D2D03757DB63ABBAE2EAA4003ED1688EDD170F7C61C8F057B687D6B9A399E3C3931EA96D8D26040A878CC92F5F81459F05F8CE766CF436E934F58967095A781878AB32D5F627E621CDA06A1137F3DF3AFA9DC40BFADFD31316D7E95FCE7198A7F5A90FF932FEE59205C73FE49A2547EA7D4D7379B7B67CF',2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-03-30','walk_jog',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-03-31','walk_jog',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-01','walk_jog',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-02','walk_jog',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-03','walk_jog',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-04','walk_jog',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-05','walk_jog',2,'hold',0,X'789CED54DB6AE33010FD95A0E70464C7D9DBAF8420C6F6D875AD4A41921B4AE9BFEF8C6C27565A4A8BD9B705217B8E74CE5CD1ABA8E145FCD9885CE63F76B2D8C983D86E84351EC30DDEEFF29CE1123CEACEA0F25859537BBA911752D2C905B15FA066D09A501FA04596B980EED5A36D4504F1CC44FAAD3482516E30CC6199CA0E2678D538FBF4897787503DD0F9F1C472184AA87A3FDB674D921F0B68EB830A76CC58C65048AA27E31713A133CDA0953509F3A798CE4814514113D04D8CD6C133A7D780F6C8FA40FA944D52CF82F904AA121BEBF0EAFFEEC6601E87BAC57A743FD7EF01DC39414AA815F17D02727567E62DF0DF62EE807A412ABA9BFCA6BDE063DF990A97DCBD8C493BDB3AF43E119E27C461189CB98B57434740D32C6A42EDA8EE6E8106F79420F68C86A268CDB58B70812E74A665FB98966ACF0317375A939BE913DC30ED2716192BCA123785BD98E74EF095A673D433AE285F3B6C37455C349C19E9C779A2A6C628B211DB6E0EB3A3D4F9F491F39A6C4E87856EFC6219E80AFAF7DC5F0FC69A7F48FE720CF9CA12642BF9EF3AFF2D81ECDF0B64CB395D8890BD2A8EA328BB1E6986C77737C2A7FFC17D5D46C697617E84574ED4DB5FC2C50364',2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-06','walk_jog',2,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-07','walk_jog',2,'hold',1,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-08','walk_jog',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-09','walk_jog',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-10','walk_jog',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-11','walk_jog',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-12','walk_jog',1,'hold',0,X'789CED55DB6AEB3010FC95A0E70464E7D2F6FC4A08626DAF5DD7AA1424B9A194FE7B77653BB1432829E65C1E0E88381A6966672F713E4401EFE2D742A432DDADE46695A462B910D6780C1778BD4A239C81475D1B541E736B0A4F37D28D947472426C46A869B526D407A890654EA01BF5622B11413C1296D0D75C2318E55AE307C0B62678553AFB3A36251F27D11D42FE4CE7FB03CB61C8206FFCB03F6A92BC2DA0AD0F2AD82E6319AD9054439B0D13A13665AB953513E683E8CF4814514119D0F58CCAC11BA75782F6C8FA40FA94CDA49E09F309541996D6E139FED58DD6BCB4458545177EA8DF33B8E304C9A050C4F71390AB3B302F1D7B124307D43B52D15D1F77DA0B3EF6B5C971CC5DCB98B4B39543EFAF2BB28D1961689DB9F2ABA126A02C4735A176E457B740837B9D20F688865C54E6DC4538411D6A53F17E3F2DD59A072E7ED00AAEA5287DB0FEC1D88145BA8A5EC294B5A30671F95876BBE426D24A973C7B320E0F7530864C3A6CB9D8DE8ED13FE4B0FA3D7B67A10B7F33F06FA9FC80FEB3F0E7832EF39BE4BB3DA4334B90CCE4CB590924BF5F20190FE54884F6B37CEC4556374823DFBD64237CF86FEE7E993F3B477463C70676DFBAF8D77F0D77B5E42FFA90F1D53EFC8BCEF4F3F9051B0F7B4C',2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-13','protect',1,'stop',4,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-14','protect',1,'hold',3,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-15','protect',1,'hold',2,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-16','protect',1,'hold',1,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-17','protect',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-18','cross_train',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-19','walk_jog',1,'hold',0,X'789CED56DB6EDB300CFD9540CF09603B176CFB95A010189B765DAB9221C90B8A61FF3E52B6E34BD32285DBA2D806084E44F11C1E5EACE497C8E049FC5889244A0E9B68B789BF8BF54A18EDD00FE6ED2649D87C0287AAD4281DA646678E3C925D14D1C919B11A5975A314599D870299E60CAA920FA610C18835D962FA9A2A042D6DA319C334A969B47732B7E671226A3B896E11D27B3A3FDE311DFA13A415331CC7003EAB15D15F2753C679E94D9B7D1464116DC51931104A9D374A1A3D411E447746A48812728FB64314167E72AA392887CC0FC44F993DAF2D19E5097363F1127FA6ADD10F4D5660D686EF6B790FB69E0BEAEA9249E2711377AE78CF30F87F137D57E41352236C173FB5C639E92DA53678B852A7F81C5E5B5358746EC61DED4372E81BAB67D2159464C8F35179A833E9CC0B14D8C789C5D4A8494511C623341BCE50FA5217BC3F4EEBBAE5390C0F5ADE3614A50B36FEB86396B6BA439CBCB4D42C2E21F3EED7AB5D58D4561AD2280C127533C48C5BDB7AB57F2548706857B767F14C34E0773DFE1ACB1BE06F0B7F396833BF0ABE5943B2B004F1427CB42881F8E309E2F1548E4868BF48C7519CCA0A69E6DBCBF732D8FFC5DD48F3B973441E0716707855C5577F1B6E6AC9DFA4E3852BB6B5B1CB3EEA1E2FF664BBB0A7FFE60DCB3FB8FD3FA37778D57FFF01E9E5F96B',2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-20','walk_jog',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-21','walk_jog',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-22','walk_jog',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-23','walk_jog',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-24','walk_jog',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-25','walk_jog',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-26','walk_jog',1,'hold',0,X'789CED567F6BE3300CFD2A257FAFE0A43FD8EDAB9462D444C9B27876B09D9531EEBB9FE4386D925B47A1DC6D8C8171EA67E9E95952DCBC2505BC260F8B2413D97629D6CB6C9BDC2D12A31DFA33BC5A6619C30770A86A8DD2616E74E1C8225B0B413B47C46684EA4E29429D870A99E608AA914FA64A02882D6129FDCC158296B6D3818901D369EF6469CDF35854BA9A44B708F923EDEFF64C87FE0079E38675AB88F27D02659C97DEF42716410A5135514C0BB52E3B258D9E78867CF01E91224A283D5A32B827B4B2F0C2C72B4139647E207E3ACD249F1BF627501EB034164FF167169D7EEA8A0A8B59F82C08778F60DBB9B0989342129FEB3763DA39DB7F31A5F7C95011F98A54041B754C6BC3DBAED6394E7C7F8524585359746E462CFA13A2EFAC1EA246210A6A02CA7294232A4F3EB30205F67982981635A9A8F4A9AA7084DAD7BAE2F56E9ABA153760986878DB5194182C3E18DB33499FE17398B2B654304E1FD36EEE16EB30A811A91F446826AA680899F65898DF8B111F621871CDDA99E8EC2F2E785E4790FE7B82749CD11109AD6FD2B14B0E758354AFFEC608F0FE47DCF534FFB78FC862CB02B61FAAF8EA6FC35525F94E3AD697AFC0DE6423E274B126AB1B6B9ADDE8FFD57BEAE786FDCC3726909CD8FB3FF24F12C21F08C3D7DC8D89F9FD0756E42348',2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-27','walk_jog',2,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-28','walk_jog',2,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-29','walk_jog',2,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-30','walk_jog',2,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-01','protect',1,'hold',NULL,X'789C7D51ED6EC2300C7C15D4DF430A08EDC75E05A1C84D9D923538959380D0B4779F433FA08026556A7CF69DEDF34FD5C0B5FA5A555BB5FD5CABDD5A6DAA8F551528627A856B88E81DA18E680235512AB63BA5247341EC1E50CADE0B1A13B458647A0E094DAA6E18F6026DE4693C0269CE542845C5844C296ACBE1F44F73463047C9EF0F450E530DA68B53DC7B917C2FE0434C3A856161751B45A4BA31E8C191CD5E07BACF5F301143D46013F258D9329CCB56167CC4A20BA22B5BDC7912E81A6D609CFB8D994CDFB969B159B48947E07E81D4D068E1C5057801DF3D338BC1FA8A622A8F875C585DB2D191C15737A4AE658CCB168C29333D35F1E004B0F6616571D93C5581073E2D90D02349F796E6E3C0055C72D44EF1E0C59D611D8B9565F1F99CE2EDF49EACDCCB11866FA08D43BDFDCDA5635C84D4E1F70F776BEB2D',2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-02','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-03','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-04','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-05','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-06','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-07','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-08','protect',1,'hold',NULL,X'789CED53DB6AC3300CFD9592E715DC52C6D8AF946114474EBDB872F0A5A58CFDFBA4264D9BAEEC652F7B1824C43A92CEB18EC847D5C0A97A5D546BB57E5EAACD52BD544F8B2A50C23C835702D790D03B429DD0046A1257AC374A71E688D8DDA054BC673465685168FA18329A5C9D31EC195AF1D17804D2B190B4088B098572D23686FD0FE211C1EC38BF7D133ACC35982E5DE2DE33E563021F52D6390C03ABF35598AA1B831E1CD9E275A0EBFD056332440D36631C2BDB080799CA824F28BCC0BC3CC5B58F035DA30D1127BD3153E8BD342D363399B483D8CF901A1ACD7D69061EC177F79D62B03E219B1AC745CEAC966C7264F0BB1B5CD7464C738988B944BA13F1E018B0F6666476D9DC558187B89F21A14762F596A6E5C0115C76D45EE2C18B6B877591AD94C1A775B2B772DEB2F1C333948E1779F8994AC7588814BFFF1C7F9143B67CF9497ECFF6F9057BED6EED',2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-09','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-10','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-11','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-12','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-13','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-14','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-15','protect',1,'hold',NULL,X'789CED94C16AC3300C865FA5E4BC825BBA1DF62A6518C591532FAE1C647BA58CBDFBE4264D9BAEEC32D8A99090E8B7F4C9FA4DF2593570AC5E17D55AAD5F966AB35C3D574F8B2A50C4742DAB55916B88E81DA18E6802355132D61BA564E580D85DA994BD17352668B1607A0E094DAA4E1AF622ADE4D57804D29CA994148A099952D496C3FE97E68C6076B2BE7D2B384C35982E9EE3DE0BF23EC08798740AC3C0EAB415417563D083239BBD0E74D97FD10486A8C126E431B365F8285359F0110B17842B535CEA24D035DAC038F51B5732BDE7A6C566D626EE80FB995243A3A52ECEC403F8EEB6B218AC8F28A6F2789033ABCB6A7464F0A71B92D732C6790BC694996E9A787022587B35B2B86C6EB2C003EF674AE891A47B4BD3E1C0015C72D49EE3C18B4B85752C5696C1A7E3146FCBFB568C1FAE2175DCC8DDC7943AC605A4E47E301E8C07E33F19E50B3EFF00FF4EFBFA068BAEF2E1',2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-16','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-17','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-18','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-19','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-20','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-21','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-22','protect',1,'hold',NULL,X'789CED95C16E83300C865FA5E2BC4A29AA76D8AB545364824319A9839CA45535EDDDE7144A4B57EDB21D9140E03FF6E7F88F049F450DE7E26D5594AA7C5DABEDBA2C8B9755E12960BC97D526CB1504742DA10E683CD54132CAAD52B27242ECEE544ACE891A223498313DFB882616170D7B9136F26A1C02694E944B32C5F8443168CBFEF04B7346307B59DFBD671CC60A4C17AE71EF04F91CE07C883AFA616075D98AA0BA31E8A1259B9CF674DB7FD60486A8C146E431B36138E6A92CB880990BC295296E7512E80AAD679CFA8D2B893E52DD603D6B13F6C0FD4CA9A0D6521766E2095CF758990DD6671453793CC899D57935B464F0A71B92D73086790BC698981E9A386845B0F66E6471D93C6481033ECC14DF2349F786A6C38113B4B1A5E61A0F5EDC2A6CCB62651E7C3A4EF136BFEFC4F8E11A52C78D3C7D4CA9639C414AEE85B13016C6C25818FFC1C85FE7EBCFEDEFB4AF6FFFC276E4',2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-23','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-24','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-25','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-26','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-27','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-28','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-29','protect',1,'hold',NULL,X'789CED96DD6AC3300C855FA5E47A053794C1F62A6518C591532FAE1CFCB352C6DE7D7293A64D577AB35B4342A263E993757C917C572D9CAAF755558BFA752DB6EBFAAD7A59558E02C65B596CB2DC40406B086540E5A80D9C516F85E09523627FA352B296D510A1C38C19BC8BA86275D6706069C3AFCA2290F4897249A628972806A9BD3B3C69EE11D49ED7771F1987B101D5874B3C58463E065817A28C6E1C589CB7C2A87E0A0630A493958EAEFBCF1AC31025E8887ECAEC3C7CE5A934D880990BCCE529AE751CC806B5F338F79B56127DA6B6C376D126ECC10F0BA58156725D588847B0FD7D6536589E904DF5D3412EACCEABC190C2BF6E705EE7312C5B788CC9D35D130B8605AD6F466697D55D1658F08785E20624EEDED17C387004130D759778F4E25AA18D672BF3E0F371B2B7F97DC7C68FD7983A6DE4E1634E9DE20C127C17466114466114466114C63346FEF25E7E5CFE4FFBF9053531FAE1',2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-30','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-05-01','protect',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-01','protect',1,'hold',NULL,X'789C7D51ED6EC2300C7C15D4DF430A08EDC75E05A1C84D9D923538959380D0B4779F433FA08026556A7CF69DEDF34FD5C0B5FA5A555BB5FD5CABDD5A6DAA8F551528627A856B88E81DA18E680235512AB63BA5247341EC1E50CADE0B1A13B458647A0E094DAA6E18F6026DE4693C0269CE542845C5844C296ACBE1F44F73463047C9EF0F450E530DA68B53DC7B917C2FE0434C3A856161751B45A4BA31E8C191CD5E07BACF5F301143D46013F258D9329CCB56167CC4A20BA22B5BDC7912E81A6D609CFB8D994CDFB969B159B48947E07E81D4D068E1C5057801DF3D338BC1FA8A622A8F875C585DB2D191C15737A4AE658CCB168C29333D35F1E004B0F6616571D93C5581073E2D90D02349F796E6E3C0055C72D44EF1E0C59D611D8B9565F1F99CE2EDF49EACDCCB11866FA08D43BDFDCDA5635C84D4E1F70F776BEB2D',2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-02','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-03','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-04','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-05','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-06','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-07','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-08','protect',1,'hold',NULL,X'789CED53DB6AC3300CFD9592E715DC52C6D8AF946114474EBDB872F0A5A58CFDFBA4264D9BAEEC652F7B1824C43A92CEB18EC847D5C0A97A5D546BB57E5EAACD52BD544F8B2A50C23C835702D790D03B429DD0046A1257AC374A71E688D8DDA054BC673465685168FA18329A5C9D31EC195AF1D17804D2B190B4088B098572D23686FD0FE211C1EC38BF7D133ACC35982E5DE2DE33E563021F52D6390C03ABF35598AA1B831E1CD9E275A0EBFD056332440D36631C2BDB080799CA824F28BCC0BC3CC5B58F035DA30D1127BD3153E8BD342D363399B483D8CF901A1ACD7D69061EC177F79D62B03E219B1AC745CEAC966C7264F0BB1B5CD7464C738988B944BA13F1E018B0F6666476D9DC558187B89F21A14762F596A6E5C0115C76D45EE2C18B6B877591AD94C1A775B2B772DEB2F1C333948E1779F8994AC7588814BFFF1C7F9143B67CF9497ECFF6F9057BED6EED',2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-09','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-10','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-11','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-12','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-13','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-14','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-15','protect',1,'hold',NULL,X'789CED94C16AC3300C865FA5E4BC825BBA1DF62A6518C591532FAE1C647BA58CBDFBE4264D9BAEEC32D8A99090E8B7F4C9FA4DF2593570AC5E17D55AAD5F966AB35C3D574F8B2A50C4742DAB55916B88E81DA18E6802355132D61BA564E580D85DA994BD17352668B1607A0E094DAA4E1AF622ADE4D57804D29CA994148A099952D496C3FE97E68C6076B2BE7D2B384C35982E9EE3DE0BF23EC08798740AC3C0EAB415417563D083239BBD0E74D97FD10486A8C126E431B365F8285359F0110B17842B535CEA24D035DAC038F51B5732BDE7A6C566D626EE80FB995243A3A52ECEC403F8EEB6B218AC8F28A6F2789033ABCB6A7464F0A71B92D732C6790BC694996E9A787022587B35B2B86C6EB2C003EF674AE891A47B4BD3E1C0015C72D49EE3C18B4B85752C5696C1A7E3146FCBFB568C1FAE2175DCC8DDC7943AC605A4E47E301E8C07E33F19E50B3EFF00FF4EFBFA068BAEF2E1',2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-16','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-17','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-18','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-19','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-20','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-21','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-22','protect',1,'hold',NULL,X'789CED95C16E83300C865FA5E2BC4A29AA76D8AB545364824319A9839CA45535EDDDE7144A4B57EDB21D9140E03FF6E7F88F049F450DE7E26D5594AA7C5DABEDBA2C8B9755E12960BC97D526CB1504742DA10E683CD54132CAAD52B27242ECEE544ACE891A223498313DFB882616170D7B9136F26A1C02694E944B32C5F8443168CBFEF04B7346307B59DFBD671CC60A4C17AE71EF04F91CE07C883AFA616075D98AA0BA31E8A1259B9CF674DB7FD60486A8C146E431B36138E6A92CB880990BC295296E7512E80AAD679CFA8D2B893E52DD603D6B13F6C0FD4CA9A0D6521766E2095CF758990DD6671453793CC899D57935B464F0A71B92D73086790BC698981E9A386845B0F66E6471D93C6481033ECC14DF2349F786A6C38113B4B1A5E61A0F5EDC2A6CCB62651E7C3A4EF136BFEFC4F8E11A52C78D3C7D4CA9639C414AEE85B13016C6C25818FFC1C85FE7EBCFEDEFB4AF6FFFC276E4',2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-23','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-24','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-25','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-26','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-27','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-28','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-29','protect',1,'hold',NULL,X'789CED96DD6AC3300C855FA5E47A053794C1F62A6518C591532FAE1CFCB352C6DE7D7293A64D577AB35B4342A263E993757C917C572D9CAAF755558BFA752DB6EBFAAD7A59558E02C65B596CB2DC40406B086540E5A80D9C516F85E09523627FA352B296D510A1C38C19BC8BA86275D6706069C3AFCA2290F4897249A628972806A9BD3B3C69EE11D49ED7771F1987B101D5874B3C58463E065817A28C6E1C589CB7C2A87E0A0630A493958EAEFBCF1AC31025E8887ECAEC3C7CE5A934D880990BCCE529AE751CC806B5F338F79B56127DA6B6C376D126ECC10F0BA58156725D588847B0FD7D6536589E904DF5D3412EACCEABC190C2BF6E705EE7312C5B788CC9D35D130B8605AD6F466697D55D1658F08785E20624EEDED17C387004130D759778F4E25AA18D672BF3E0F371B2B7F97DC7C68FD7983A6DE4E1634E9DE20C127C17466114466114466114C63346FEF25E7E5CFE4FFBF9053531FAE1',2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-30','protect',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-05-01','protect',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
CREATE TABLE "decisions_shown" (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	episode_id INTEGER NOT NULL, 
	date DATE NOT NULL, 
	shown_at DATETIME NOT NULL, 
	protocol TEXT NOT NULL, 
	decision TEXT NOT NULL, 
	findings BLOB NOT NULL, 
	inputs BLOB NOT NULL, 
	CONSTRAINT pk_decisions_shown PRIMARY KEY (id), 
	CONSTRAINT fk_decisions_shown_account_id_episodes FOREIGN KEY(account_id, episode_id) REFERENCES episodes (account_id, id) ON DELETE CASCADE
);
INSERT INTO "decisions_shown" VALUES(1,1,1,'2026-03-22','2026-03-22 07:10:00.000000','return-to-run-1','hold',X'789C9D55D16EAB300CFD958AE7452AEC6A0FFB9569426E303497D4414928779AF6EFB3A11D85CBD4A88F8EF139273E7678FBCC7C6F317BDD651E2B555B68B2A75D56A136C13892736D113827C735E818F8EC330B86B454516FAD24B84E126FEF5F5F4FBB193398868282D04EF57761C1823F95E30782BC023B82EF54078692B0F08C1437810442358E708D73747605D279175147430D87D1F7C8D9E82AF898430B21CE9D683C9C714E0A55597BC4926B0472CF878458B1DAD75DB1D4A58FA85BC5DA2686944B8E25A52189F225DA00B655B5F1ACEEEE354384666ACD745FC94A3D56B3197C7432D4479492E7FD92CC6388EA80714024E57BD693A29E3F5CE00BCAB551F9D8A87F63CC610D36E092930D142A052AB55BA330F6608973729ED860057544FF90EE0EA99A466443A68C406BAC4DC48ED0225D912EE355CA2CFF4AC0FA51C52390EA2C1025AEDA5FD79401B5A3EA3A961D7A3DAD4C2EE19C5C9B6D1D35E237B7E141AA0BC2EF02F235257C2857D7497463C744DB8F3F216277E3167769F35DD0DE85A0A267C3A4D9295CADA1EA667E4D5521DDBFEB6A519D0F98CC486E98090F58B3F99B9721179539F13E9F1F429E1E8E9F705AC295707E3578ACD3C6EDFAC3C88A7DF1A2F6CFAA28B20957F245BEDE191EAF817BCB9252D065C7EADEDEAC8DB62E8C2FD59F622D1ABB8E7F7507E0B7360E46FFF717D8D68F512A2EF6BD7F03831C4E83',X'789C7D52D16AC3300CFC9592E716BC6CDDC37EA50CA33872EAC595836CAF94B17F9FDC3AEDD28E81C1D149BAB34EF96A7A38356FABA655EDEB463D6FDAB659AF9A4011D323DC4144EF08754413A88F52D1BE28259923E2F80BA5ECBDA031C1808566E290D0A4E68CE124D0937C1A8F409A339596C26242A614B5E570F8479C11CC5EF2BBF74287A90333C6399EBC50FE4DE0434C3A85CBC0EAFC14A11A6B3081239BBD0E747B7FC1840C51834DC8B57260F82C5325CE5868416865885B9B04BA431B18AF723593E923F703F60B95B8079E164807BD96BEB8008FE0C7FBCEE2AF3EA178CA758F0BA74B363A32F86886D40D8C7129C19832D39D88072780B58258F0112F269BBB2AF0C08705122624511FE8BA1B38824B8E8639BE7871EBB08EC5CA3278A9D89ED729E6CEE5B3973BF977E4C82AB6EBBA84FAB0E5A5E653E342A2DEBF7F00C71BE952');
INSERT INTO "decisions_shown" VALUES(2,1,1,'2026-03-23','2026-03-23 07:10:00.000000','return-to-run-1','hold',X'789C9D55DD6EB3300C7D958AEB462AECD32EF62AD384DC606846EAA024944DD3DEFDB3A11D23ED54D44BC7F13927FECBEB57E67B8BD9CB26F358A9DA42936D375985DA04E348CEB545609F1CD7A063E0B3AF2C18D21245BDB5E2E03871BCBE7D7F6F373366300D0505A19DE2EFC282057F2CC70B829C801DC077AA0343ABB0F084146F0209846A1C618A73703601E9BC8BA8A3A186CDE87B646F74157CCEA685203459B12B9ED5EE49158540341E4E385F12CAB2F68825C70AF48E0F09B162D52F9B62A94F1F50B78A354E4C6B1E3B869486C4CA976803D856D5C6B3CABBCF0D119A2945D3BBC52BF158CD45E1A3A3A13EA2843CED96641E43547B8C032229DFB39E35EAF9E2025F502E89CAC7447D8C369B35D8804B4E2EA45029506BB3350AE31A2C718ECE13175A411DD13FA4BB43AAA656B921535AA035D65E635FD721428BB46CB152FAF94F70D68E2A1E8054678168E5B8BDBBA60CA81D559796ECD0EB696C723167675A68EBA8915A730A1EA43A23FC2D204F29E153B9BA5E4537664CB4FDD42644EC7E558AB374733768EF4250D173B124D96BB85A43D5AFDE35558574FFADC9903A1F703523B96126DC63CDC5BFF91872519923CFF2E921E46969FC98D30026DB853706B7F4BA76BB7C1AC9AA3C0F7A91A7F3C2ED35706E59D21A7499AFBAB797F9D8CA3517C62DF5AF484563D7F177B707DEB37130FAEA27B8AD1FA3449CCBF7F61FA2614D84',X'789C7D92D16E83300C457FA5E2B99518EDF6B05FA9AAC80487B2A60E729255D5B47F9F5DA01D1D9A8404BE8E8FE36BBE8A06AEC5FBAAA8CAEA6D536E37D5B658AF8A4011D34CAE54AE21A2EF084D441BA88972A2DA95A5642E88A75F2A65EF458D095A544CCF21A14DC54DC35EA417F9B41E810C67D212A5D8902945E3389CFF69CE08F628F9FD4171986AB0A738C5BD17E432C087984C0AC3C0E5ED2A823A8D410F1DB9EC4DA0BF959A1328A2019790C78A96E153A74B9C51F1207819E631BE04A6461718EF6DC74CA68FDCB4D80CDD26B78EC0FD4CA9A131521767E205FCE9B9527D3657146F79DCE7CC71CDC68E2C2E8CC6A1658CF3168C29333D35F1D089E09C280E7CC4C16CFB740A3CF079A6841E49BAB774DF115CA04B1DB5533C78F1A8701D8B953AB89E785DAF76B7CD8ABF1AEFE5D79147362099C1FBF13EF357393D63ACADCA8392A6653C48BB89B4C45B067DFF0088EDFABA');
INSERT INTO "decisions_shown" VALUES(3,1,1,'2026-03-24','2026-03-24 07:10:00.000000','return-to-run-1','hold',X'789C9D555D6FAB300CFD2B15CFCB54E8B487FD9569426E303497D4414968EF34EDBF5F1BCA28AC5373F7841CE3734EFC95D78FCCF716B3974DE6B152B585267BD864156A138C2339D716817D725C838E81CF3EB260484B14F5D68A83E3C4F1FAF6F9F9B099318369282808ED187F17162CF86339FC20C82BB003F84E756028090B4F48F1269040A8C611AE710ECEAE403AEF22EA68A86133FA1ED91B5D05EFB36921084D566C8B67B5DDA96227108D8713CE3F0965597BC49263057ACB878458B1EA974DB1D4A70FA85BC51A47A694CB0E21A521B1F225DA196CAB6AE359E5DDEB8608CD98A2F1DEE29578ACE6A2F0D1D1501F514276DB2599C710D51EE3199194EF594F8A7AFE71812F2853A2F221517F079BCD1A6CC025271752A814A8D46C0DC2B8064B9CA3F3C485565047F4BFD2DD215563ABDC90292DD01A6B13B123B44813D2A5CD4AE9E91F09583FAA7800529D05A2C491FBE39A32A076544D6DD9A1D7E3E8E462CECE75B1ADA346EACD69F825D505E16701F99A12DE95ABEB24BA2163A2EDAB3E216277552DCED2CDFDA0BD0B4145CF059364A770B586AAABFE35558574FFAEAB41753E603223B9337F9F1E057A8F35D7FEE65DC845658E3CCEA7FF039E16FBB037BECC710657EB8A970677755AB74DEFC6BC2D8B6CC4157F91AF4786BBEBCCA9654929E83262756FAFA6465B178645F5F44D34761DBF787BE0551BCF467F7B0C6EEBC7281197EABDFD03FC1F4DD1',X'789C9552D16E83300CFC958AE7566294ED61BF524D91090E65A40E729255D5B47F9F53A05D3A34695210F8EC3BC7673E8B162EC5EBA6A8CAEA6557EE77555D6C3785238F2183AB0437E0D1F684CAA376D47AA9A8EAB294CC1971F88152B456501FA0C32433B20BA84371C57014E8493EB54520C5911225A96817297865D89DFE68CE08FA28F9C35B92C3D0801EFC128F5624D705ACF34105370D5C5EAF2252C31C8CD093895639CA98FB62CE8928A20213906746C7F091A60B1C31C983C8CB30F7F125500D1AC7786B3B6722BDC7B6C376EAB6B875041E33A4815609CF67E019ECF0C84C3EAB0B8AB73CEF33733C657D4F1A7F9B22751DA3CF5B3086C8F4D0C4422F80318218B01E27B3F5431558E05386B81149BA7774DB119CA10F3D754B3C797167989EC5CA3478AA78DE6E6A39D7E58AC5093AC8DF23479620C9C9FEF94AF9AB5CCE1CA76EA53C777EBDF0D754D6E9E922CB3A5784FE7191AF6F12FA0C55');
INSERT INTO "decisions_shown" VALUES(4,1,1,'2026-03-25','2026-03-25 07:10:00.000000','return-to-run-1','hold',X'789C9D55DB6EA33010FD9588E77A9590681FFA2B55852666205E9C31B24D6855F5DF77064A49BC4461FB84C6C39C733C37BF7C64BEB3983D6F328FA5AA2CD4D9D3262B519B601CC9B9B608EC93E30A740C7CF69105435AA2A8B3561C1C278E97D7CFCFA7CD8C194C4D414168C6F887B060C19F8BE107414EC04EE05BD582A1555878418A8B4002A16A4798E29C9C4D405AEF22EA68A86633FA0ED91B5D09EF6C566083D81682F064F936FFADB67B951F04A3F670C13948388BCA23161C2CD85B3E24C492653F6FF25B81FA84BA512C72A47AA872F8BF3034E0DE42F5601B5519CF121FC28408F598A0F1D6E295782CE792F0D1D950175142F60999C710D511638F48CA77AC674DA1F8C71B7C4199B2B41BB2F436D853CA6F39B98C42A5402DA4EA1EDF42A2CECE1397594115D1FF48778B548E8DB22053EADF186B5762476890921E2BA4A3EF12B07E54F104A45A0B442B07EE8FAB8B80DA5139F5648B5E8F83B3137376A6C5B68E6AA937A7E187545F08F705EC524A7857AEAA56D10D19136DDFF50911DBAB6A719616B783F62E04153D174C92BD86AB31545EF5AF294BA4C7774D06D5F980AB19C9F5FC3DFC12E823565CFBC5BB908BCA9C799C2FFF073CADF5616F7C9BE30CEE93AD1C81BB7A5DB74DAFC6BC2AF36CC4157FBE4B4786BBABE7D4B2A435E832625567AFA6465B17864575C853D1D8B6FCDE1D81F76CEC8DFEE72958D68F5122BEAAF7FA171C5F4CF4',X'789C9552D16E83300CFC958AE756628CEE61BF524D91090E65A40E729255D5B47F9F53A05DBAAA52A520F0D977C6E77C172D9C8AF7555195D5DBA67CDD54DB62BD2A1C790C195C25B8018FB627541EB5A3D64B455597A5648E88C31F94A2B582FA001D2699915D401D8A3386A3402FF2A92D02298E94284945BB48C12BC3EEF0A03923E8BDE4771F490E43037AF04B3C5A91BC2F609D0F2AB869E0F2FC2B2235CCC1083D996895A38C5917734E44111598803C333A86AF345DE088491E445E86B98E2F816AD038C64BDB3913E933B61DB653B7C5AD3DF098210DB44A783E038F60875B66F2599D50BCE5799F99E329EB7BD2F8DF14A9EB187DDE823144A69B26167A018C11C480F53899AD6FAAC0021F32C48D48D2BDA3CB8EE0087DE8A95BE2C98B2BC3F42C56A6C153C576BDAAE59C972B16276827B7478E2C419293FDF32FE5AF7239739CBA95F25CF9F5C2BFA7F204FD89F66990E53AEC2E25D3E877651EAAFDFC02BAA01F31');
INSERT INTO "decisions_shown" VALUES(5,1,1,'2026-03-26','2026-03-26 07:10:00.000000','return-to-run-1','hold',X'789C9D555D6FAB300CFD2B15CFCB5458751FF657A609B9C1D08CD4414968374DFBEFD78676142E5373F7841CE3734EFC9597CFCCF716B3E74DE6B152B585267BD864156A138C2339D716817D725C838E81CF3EB360484B14F5D68A83E3C4F1F2FAF5F5B099308369282808ED187F17162CF86339FC20C80BB003F84E756028090B4F487115482054E3089738076717209D77117534D4B0197D8FEC8DAE828FC9B41084262BB6C51FB57D52C54E201A0F279C7E12CAB2F68825C70AF4960F09B162D5CF9B62AE4F1F50B78A358E4C29971D424A4362E573B433D856D5C6B3CABBD70D119A3145E3BDC52BF1584D45E1A3A3A13EA2843C6DE7641E43547B8C674452BE673D29EAF9C719BEA05C13950F897A1F6C366BB001E79C5C48A152A052B33508E31ACC718ECE13175A411DD1FF4A7787548DADB222535AA035D62662476891AE4897362BA5A77F2460FDA8E201487516881247EECD356540EDA8BAB665875E8FA3938B393997C5B68E1AA937A7E1975417849F05E44B4AF850AEAE93E8868C89B6EFFA8488DD4DB5384BABFB417B17828A9E0B26C94EE16A0D5537FD6BAA0AE9FE5D1783EA7CC064467267FEEE1E057A8F35D77EF52EE4A232471EE7D3FF015F17FBB037BECD7106778BBD1C81BB3AADDBAEEFC6B42D8B6CC4157F912F4786BBEBCCA9654929E83262756F6FA6465B178645B52B96A2B1EBF8C5DB03AFDA7836FA9FC7605D3F4689B854EFF52F042D4DD4',X'789C9D52DB6AC3300CFD9592E715BC2CEBC37EA50CA338729AC595832F2B65ECDF27E7D2CC5D2974E090E848E7C83ACA57D1C0B978DB14A528775BF1B22D77C5D3A6B0E431647099E01A3C9A8E507A54961ACF15652504674E88FD2F94A2318CFA002D2699C1D9802A1423860343CFFCA90C0249172951928AB2918297DAD9E39DE60E411D38BF7F4F72186A50BD5FE2C1B0E46D01637D90C14E038BF12A2CD5CFC1001DE968A4A58C5915738E451125E8806E66B40E3ED374C1454CF2C0F23CCC3A3E07B2466D1D5EDACE99481FB169B199BA2D6E1DC00D1952432399E733F004A6BF66269FE519D95B37EF33733C657D470AFF9AC275AD439FB77018A2A3AB26063A06B4664483F13899ADAEAAC0803B66881D90B87B4B971DC109BAD051BBC493172B43778EAD4C83A78AD7A74D359E72DC2FBB9CD03DFF407C780F9C9F3630DF2A7F89E5CC716A28F859F9D5C2BFA5F200FDB1F697C434F34DF25D8D64C6F257ADB729FF719BEF1FA35030B8');
CREATE TABLE "episodes" (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	site VARCHAR(32) NOT NULL, 
	side VARCHAR(32) NOT NULL, 
	onset DATE NOT NULL, 
	onset_about BOOLEAN DEFAULT 0 NOT NULL, 
	baseline_minutes INTEGER NOT NULL, 
	timezone TEXT NOT NULL, 
	protocol TEXT NOT NULL, 
	screening JSON NOT NULL, 
	screened_on DATE NOT NULL, 
	opened_at DATETIME NOT NULL, 
	closed_on DATE, 
	closed_reason TEXT, 
	reopened_at DATETIME, 
	follows_episode_id INTEGER, baseline_week_minutes INTEGER CONSTRAINT ck_episodes_baseline_week CHECK (baseline_week_minutes BETWEEN 10 AND 3000), screened_at DATETIME, carried_signs JSON DEFAULT '[]' NOT NULL, questions TEXT DEFAULT '' NOT NULL, protocol_by TEXT DEFAULT '' NOT NULL, protocol_on DATE, protocol_set_at DATETIME, 
	CONSTRAINT pk_episodes PRIMARY KEY (id), 
	CONSTRAINT uq_episodes_account_id_id UNIQUE (account_id, id), 
	CONSTRAINT ck_episodes_closed CHECK ((closed_on IS NULL) = (closed_reason IS NULL)), 
	CONSTRAINT ck_episodes_baseline CHECK (baseline_minutes BETWEEN 10 AND 300), 
	CONSTRAINT fk_episodes_account_id_accounts FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE, 
	CONSTRAINT fk_episodes_account_id_episodes FOREIGN KEY(account_id, follows_episode_id) REFERENCES episodes (account_id, id), 
	CONSTRAINT ck_episodes_site CHECK (site IN ('hamstring', 'proximal_hamstring_tendon', 'gluteal', 'other')), 
	CONSTRAINT ck_episodes_side CHECK (side IN ('left', 'right', 'both'))
);
INSERT INTO "episodes" VALUES(1,1,'hamstring','right','2026-03-22',0,40,'UTC','return-to-run-1','[]','2026-03-22','2026-05-01 06:00:00.000000',NULL,NULL,NULL,NULL,NULL,'2026-05-01 06:00:00.000000','[]','','',NULL,NULL);
INSERT INTO "episodes" VALUES(2,2,'hamstring','left','2026-04-01',0,40,'Europe/Berlin','return-to-run-1','[]','2026-05-01','2026-04-30 06:00:00.000000','2026-05-01','returned',NULL,NULL,NULL,'2026-04-30 06:00:00.000000','[]','','',NULL,NULL);
INSERT INTO "episodes" VALUES(3,2,'hamstring','left','2026-04-01',0,40,'Europe/Berlin','return-to-run-1','[]','2026-05-01','2026-05-01 06:00:00.000000',NULL,NULL,NULL,NULL,NULL,'2026-05-01 06:00:00.000000','[]','','',NULL,NULL);
CREATE TABLE "import_items" (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	import_id INTEGER NOT NULL, 
	episode_id INTEGER NOT NULL, 
	entity TEXT NOT NULL, 
	uid TEXT NOT NULL, 
	content TEXT NOT NULL, 
	CONSTRAINT pk_import_items PRIMARY KEY (id), 
	CONSTRAINT fk_import_items_account_id_imports FOREIGN KEY(account_id, import_id) REFERENCES imports (account_id, id) ON DELETE CASCADE, 
	CONSTRAINT fk_import_items_account_id_episodes FOREIGN KEY(account_id, episode_id) REFERENCES episodes (account_id, id) ON DELETE CASCADE
);
INSERT INTO "import_items" VALUES(1,2,1,3,'session','imported-2','470eaa86efd0bdc320df09ff3324c7fd75a49650f0deddbfa3474c98d0edd046');
CREATE TABLE "imports" (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	source TEXT NOT NULL, 
	undone_at DATETIME, 
	reason TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_imports PRIMARY KEY (id), 
	CONSTRAINT uq_imports_account_id_id UNIQUE (account_id, id), 
	CONSTRAINT fk_imports_account_id_accounts FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
INSERT INTO "imports" VALUES(1,2,'2026-05-01 06:00:00.000000','table',NULL,'');
CREATE TABLE invitations (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	token_hash TEXT NOT NULL, 
	created_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	used_at DATETIME, 
	revoked_at DATETIME, as_clinician BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_invitations PRIMARY KEY (id), 
	CONSTRAINT fk_invitations_account_id_accounts FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE, 
	CONSTRAINT uq_invitations_token_hash UNIQUE (token_hash)
);
INSERT INTO "invitations" VALUES(1,1,'4532fb95a616ba0a0f18d71c73dfb6bdcb714d7f384bfcbaefb1990bf25c7690','2026-05-01 06:00:00.000000','2026-05-08 06:00:00.000000',NULL,NULL,0);
CREATE TABLE login_attempts (
	id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	value TEXT NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_login_attempts PRIMARY KEY (id)
);
INSERT INTO "login_attempts" VALUES(1,'account','6382b3cc881412b77bfcaeed026001c00d9e3025e66c20f6e7e92f079851462a','2026-05-01 06:00:00.000000');
INSERT INTO "login_attempts" VALUES(2,'address','192.0.2.1','2026-05-01 06:00:00.000000');
CREATE TABLE passkeys (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	credential_id TEXT NOT NULL, 
	public_key TEXT NOT NULL, 
	sign_count INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	since DATETIME NOT NULL, 
	last_used_at DATETIME, 
	CONSTRAINT pk_passkeys PRIMARY KEY (id), 
	CONSTRAINT fk_passkeys_account_id_accounts FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE, 
	CONSTRAINT uq_passkeys_credential_id UNIQUE (credential_id)
);
INSERT INTO "passkeys" VALUES(1,2,'key-of-2','key-of-2',0,'a test','2026-05-01 06:00:00.000000',NULL);
INSERT INTO "passkeys" VALUES(2,1,'AQ','Ag',1,'A phone','2026-05-01 06:00:00.000000',NULL);
CREATE TABLE "proposals" (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	episode_id INTEGER NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	said JSON NOT NULL, 
	at DATETIME NOT NULL, 
	decided_at DATETIME, 
	is_accepted BOOLEAN, 
	CONSTRAINT pk_proposals PRIMARY KEY (id), 
	CONSTRAINT fk_proposals_account_id_episodes FOREIGN KEY(account_id, episode_id) REFERENCES episodes (account_id, id) ON DELETE CASCADE
);
INSERT INTO "proposals" VALUES(1,2,3,'visit','{"date": "2026-05-01", "by": "Dr Quillfeather", "said": "Marguerite: the stairs at grandmother''s house", "next_on": "2026-05-15", "asked": "", "through": "link", "entered_at": null}','2026-05-01 06:00:00.000000',NULL,NULL);
INSERT INTO "proposals" VALUES(2,2,3,'setting','{"name": "pain_free_days", "value": 2, "date": "2026-05-01", "by": "Dr Quillfeather", "entered_at": null, "through": "link"}','2026-05-01 06:00:00.000000',NULL,NULL);
CREATE TABLE protocols (
	id TEXT NOT NULL, 
	text TEXT NOT NULL, 
	offered BOOLEAN DEFAULT 0 NOT NULL, 
	taken_in_at DATETIME NOT NULL, kept BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_protocols PRIMARY KEY (id)
);
INSERT INTO "protocols" VALUES('quillfeather-1','based-on = "return-to-run-1"
id = "quillfeather-1"
title = "A slower start"
[numbers.pain_free_days]
value = 3
note = "Dr Quillfeather: one day more."
',1,'2026-05-01 06:00:00.000000',1);
INSERT INTO "protocols" VALUES('dr-okafor-1','# a text',1,'2026-05-01 06:00:00.000000',0);
CREATE TABLE "recovery_codes" (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	code_hash TEXT NOT NULL, 
	used_at DATETIME, 
	CONSTRAINT pk_recovery_codes PRIMARY KEY (id), 
	CONSTRAINT fk_recovery_codes_account_id_accounts FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE, 
	CONSTRAINT uq_recovery_codes_account_id_code_hash UNIQUE (account_id, code_hash)
);
INSERT INTO "recovery_codes" VALUES(1,1,'0000000000000000000000000000000000000000000000000000000000000000',NULL);
CREATE TABLE registration_openings (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	opened_at DATETIME NOT NULL, 
	closed_at DATETIME, 
	CONSTRAINT pk_registration_openings PRIMARY KEY (id), 
	CONSTRAINT fk_registration_openings_account_id_accounts FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
INSERT INTO "registration_openings" VALUES(1,1,'2026-05-01 06:00:00.000000',NULL);
CREATE TABLE reminder_channels (
	account_id INTEGER NOT NULL, 
	channel VARCHAR(32) NOT NULL, 
	sealed TEXT NOT NULL, 
	since DATETIME NOT NULL, 
	sent_at DATETIME, 
	failed_at DATETIME, 
	failure VARCHAR(32), 
	failure_said TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_reminder_channels PRIMARY KEY (account_id, channel), 
	CONSTRAINT fk_reminder_channels_account_id_accounts FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
INSERT INTO "reminder_channels" VALUES(2,'mail','gAAAAABrC4YdV5Sbj6ZlapPYreBphRy3ewWJ5dRDkYNFVzlUjv0F2AUkP6rNperbLjfrceBr3tosAJN3VewfXCjwerpxyaNU4A==','2026-05-01 06:00:00.000000',NULL,NULL,NULL,'');
INSERT INTO "reminder_channels" VALUES(2,'webhook','gAAAAABrC4Yd8pHUATWmuSIQo_B66RzdEC5Pt18mysxvuqh4jDBoJqOMU_VPxDj9gXe_eJifqIO5R20Fnp8aLw2BSIbY7NBDpSpa8Rem24ZaHTHADqT5Wxo=','2026-05-01 06:00:00.000000',NULL,NULL,NULL,'');
CREATE TABLE reminder_hours (
	account_id INTEGER NOT NULL, 
	at TIME NOT NULL, 
	quiet_from TIME NOT NULL, 
	quiet_until TIME NOT NULL, 
	CONSTRAINT pk_reminder_hours PRIMARY KEY (account_id), 
	CONSTRAINT fk_reminder_hours_account_id_accounts FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
INSERT INTO "reminder_hours" VALUES(2,'09:00:00','21:00:00','07:00:00');
CREATE TABLE reminder_messages (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	channel VARCHAR(32) NOT NULL, 
	day DATE, 
	state VARCHAR(32) NOT NULL, 
	tries INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	stop_hash TEXT, 
	CONSTRAINT pk_reminder_messages PRIMARY KEY (id), 
	CONSTRAINT fk_reminder_messages_account_id_accounts FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE, 
	CONSTRAINT uq_reminder_messages_account_id_channel_day UNIQUE (account_id, channel, day), 
	CONSTRAINT uq_reminder_messages_stop_hash UNIQUE (stop_hash)
);
INSERT INTO "reminder_messages" VALUES(1,2,'mail','2026-05-01','sent',1,'2026-05-01 06:00:00.000000','bf99797e5f554c2534e6c9d1d8c615a30e56713e73fe5421267b05aca20f93b3');
CREATE TABLE reset_links (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	token_hash TEXT NOT NULL, 
	created_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	used_at DATETIME, 
	revoked_at DATETIME, 
	CONSTRAINT pk_reset_links PRIMARY KEY (id), 
	CONSTRAINT fk_reset_links_account_id_accounts FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE, 
	CONSTRAINT uq_reset_links_token_hash UNIQUE (token_hash)
);
INSERT INTO "reset_links" VALUES(1,2,'29e86e8bdfc35d738231ec8feb3b731909d6be84679516a7b1a77db9ca51115e','2026-05-01 06:00:00.000000','2026-05-02 06:00:00.000000',NULL,NULL);
INSERT INTO "reset_links" VALUES(2,2,'1111111111111111111111111111111111111111111111111111111111111111','2026-05-01 06:00:00.000000','2026-05-02 06:00:00.000000',NULL,NULL);
CREATE TABLE security_events (
	id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	account_id INTEGER, 
	by_account_id INTEGER, 
	address TEXT DEFAULT '' NOT NULL, 
	user_agent TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_security_events PRIMARY KEY (id), 
	CONSTRAINT fk_security_events_account_id_accounts FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE, 
	CONSTRAINT fk_security_events_by_account_id_accounts FOREIGN KEY(by_account_id) REFERENCES accounts (id) ON DELETE SET NULL
);
INSERT INTO "security_events" VALUES(1,'2026-05-01 06:00:00.000000','account-made',1,NULL,'','');
INSERT INTO "security_events" VALUES(2,'2026-05-01 06:00:00.000000','role-given',1,NULL,'','');
INSERT INTO "security_events" VALUES(3,'2026-05-01 06:00:00.000000','account-made',2,NULL,'','');
INSERT INTO "security_events" VALUES(4,'2026-05-01 06:00:00.000000','signed-in',2,NULL,'','a test');
INSERT INTO "security_events" VALUES(5,'2026-05-01 06:00:00.000000','signed-in',2,NULL,'','a test');
INSERT INTO "security_events" VALUES(6,'2026-05-01 06:00:00.000000','link-made',2,NULL,'','');
INSERT INTO "security_events" VALUES(7,'2026-05-01 06:00:00.000000','link-made',2,NULL,'','');
INSERT INTO "security_events" VALUES(8,'2026-05-01 06:00:00.000000','link-answered',2,NULL,'','');
INSERT INTO "security_events" VALUES(9,'2026-05-01 06:00:00.000000','signed-in',3,NULL,'','a test');
INSERT INTO "security_events" VALUES(10,'2026-05-01 06:00:00.000000','consent-link-made',2,NULL,'','');
INSERT INTO "security_events" VALUES(11,'2026-05-01 06:00:00.000000','link-made',2,NULL,'','');
INSERT INTO "security_events" VALUES(12,'2026-05-01 06:00:00.000000','api-token-made',2,NULL,'','');
INSERT INTO "security_events" VALUES(13,'2026-05-01 06:00:00.000000','reminders-on',2,NULL,'','');
INSERT INTO "security_events" VALUES(14,'2026-05-01 06:00:00.000000','reminders-on',2,NULL,'','');
INSERT INTO "security_events" VALUES(15,'2026-05-01 06:00:00.000000','calendar-link-made',2,NULL,'','');
INSERT INTO "security_events" VALUES(16,'2026-05-01 06:00:00.000000','registration-opened',1,NULL,'','');
INSERT INTO "security_events" VALUES(17,'2026-05-01 06:00:00.000000','invitation-made',1,NULL,'','');
CREATE TABLE "sessions" (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	episode_id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	date DATE NOT NULL, 
	time TIME, 
	kind VARCHAR(32) NOT NULL, 
	seconds INTEGER, 
	walk_seconds INTEGER DEFAULT 0 NOT NULL, 
	jog_seconds INTEGER DEFAULT 0 NOT NULL, 
	longest_jog_seconds INTEGER, 
	distance_m INTEGER, 
	effort INTEGER, 
	pain INTEGER, 
	sensation VARCHAR(32), 
	limp BOOLEAN DEFAULT 0 NOT NULL, 
	stopped_early BOOLEAN DEFAULT 0 NOT NULL, 
	deviation VARCHAR(32), 
	exempt BOOLEAN DEFAULT 0 NOT NULL, 
	note TEXT DEFAULT '' NOT NULL, 
	entered_at DATETIME NOT NULL, 
	CONSTRAINT pk_sessions PRIMARY KEY (id), 
	CONSTRAINT ck_sessions_effort CHECK (effort BETWEEN 0 AND 10), 
	CONSTRAINT ck_sessions_pain CHECK (pain BETWEEN 0 AND 10), 
	CONSTRAINT ck_sessions_amounts CHECK (seconds >= 0 AND walk_seconds >= 0 AND jog_seconds >= 0 AND longest_jog_seconds >= 0 AND distance_m >= 0), 
	CONSTRAINT fk_sessions_account_id_episodes FOREIGN KEY(account_id, episode_id) REFERENCES episodes (account_id, id) ON DELETE CASCADE, 
	CONSTRAINT uq_sessions_account_id_episode_id_uid UNIQUE (account_id, episode_id, uid), 
	CONSTRAINT ck_sessions_kind CHECK (kind IN ('walk', 'walk_jog', 'run', 'bike', 'swim', 'strength', 'stretch', 'massage', 'other')), 
	CONSTRAINT ck_sessions_sensation CHECK (sensation IN ('none', 'soreness', 'pain', 'sharp')), 
	CONSTRAINT ck_sessions_mark CHECK (deviation IN ('confirmed', 're-decided'))
);
INSERT INTO "sessions" VALUES(1,1,1,'demo-session-7','2026-03-29','12:30:00','walk',2100,0,0,NULL,NULL,NULL,0,'none',0,0,NULL,0,'','2026-03-29 07:10:00.000000');
INSERT INTO "sessions" VALUES(2,1,1,'demo-session-8','2026-03-30','18:00:00','walk_jog',1500,1200,300,60,2550,3,0,'none',0,0,NULL,0,'','2026-03-30 07:10:00.000000');
INSERT INTO "sessions" VALUES(3,1,1,'demo-session-9','2026-03-31','12:30:00','bike',2400,0,0,NULL,NULL,NULL,0,'none',0,0,NULL,0,'','2026-03-31 07:10:00.000000');
INSERT INTO "sessions" VALUES(4,1,1,'demo-session-10','2026-04-01','18:00:00','walk_jog',1500,1200,300,60,2550,3,0,'none',0,0,NULL,0,'','2026-04-01 07:10:00.000000');
INSERT INTO "sessions" VALUES(5,1,1,'demo-session-11','2026-04-02','12:30:00','bike',2400,0,0,NULL,NULL,NULL,0,'none',0,0,NULL,0,'','2026-04-02 07:10:00.000000');
INSERT INTO "sessions" VALUES(6,1,1,'demo-session-12','2026-04-03','18:00:00','walk_jog',1500,1200,300,60,2550,3,0,'none',0,0,NULL,0,'','2026-04-03 07:10:00.000000');
INSERT INTO "sessions" VALUES(7,1,1,'demo-session-13','2026-04-04','18:00:00','walk_jog',1500,1200,300,60,2550,3,0,'none',0,0,'confirmed',0,'Friends were running. I went along.','2026-04-04 07:10:00.000000');
INSERT INTO "sessions" VALUES(8,1,1,'demo-session-15','2026-04-06','18:00:00','walk_jog',1500,900,600,120,2850,3,0,'none',0,0,NULL,0,'','2026-04-06 07:10:00.000000');
INSERT INTO "sessions" VALUES(9,1,1,'demo-session-18','2026-04-09','18:00:00','walk_jog',1500,1200,300,60,2550,3,0,'none',0,0,NULL,0,'','2026-04-09 07:10:00.000000');
INSERT INTO "sessions" VALUES(10,1,1,'demo-session-20','2026-04-11','18:00:00','walk_jog',1500,1200,300,60,2550,3,0,'none',0,0,NULL,0,'','2026-04-11 07:10:00.000000');
INSERT INTO "sessions" VALUES(11,1,1,'demo-session-22','2026-04-13','18:00:00','walk_jog',750,600,150,60,NULL,3,4,'sharp',0,1,NULL,0,'Sharp on a small step up. Walked home.','2026-04-13 07:10:00.000000');
INSERT INTO "sessions" VALUES(12,1,1,'demo-session-27','2026-04-18','12:30:00','walk',2100,0,0,NULL,NULL,NULL,0,'none',0,0,NULL,0,'','2026-04-18 07:10:00.000000');
INSERT INTO "sessions" VALUES(13,1,1,'demo-session-28','2026-04-19','18:00:00','walk_jog',1500,1200,300,60,2550,3,0,'none',0,0,NULL,0,'','2026-04-19 07:10:00.000000');
INSERT INTO "sessions" VALUES(14,1,1,'demo-session-29','2026-04-20','12:30:00','bike',2400,0,0,NULL,NULL,NULL,0,'none',0,0,NULL,0,'','2026-04-20 07:10:00.000000');
INSERT INTO "sessions" VALUES(15,1,1,'demo-session-30','2026-04-21','18:00:00','walk_jog',1500,1200,300,60,2550,3,0,'none',0,0,NULL,0,'','2026-04-21 07:10:00.000000');
INSERT INTO "sessions" VALUES(16,1,1,'demo-session-32','2026-04-23','18:00:00','walk_jog',1500,1200,300,60,2550,3,0,'none',0,0,NULL,0,'','2026-04-23 07:10:00.000000');
INSERT INTO "sessions" VALUES(17,1,1,'demo-session-34','2026-04-25','18:00:00','walk_jog',1500,1200,300,60,2550,3,0,'none',0,0,NULL,0,'','2026-04-25 07:10:00.000000');
INSERT INTO "sessions" VALUES(18,1,1,'demo-session-36','2026-04-27','18:00:00','walk_jog',1500,900,600,120,2850,3,0,'none',0,0,NULL,0,'','2026-04-27 07:10:00.000000');
INSERT INTO "sessions" VALUES(19,1,1,'demo-session-38','2026-04-29','18:00:00','walk_jog',1500,900,600,120,2850,3,0,'none',0,0,NULL,0,'','2026-04-29 07:10:00.000000');
INSERT INTO "sessions" VALUES(20,2,3,'session-2','2026-05-01',NULL,'walk',1800,0,0,NULL,NULL,NULL,0,'none',0,0,NULL,0,'Marguerite: the stairs at grandmother''s house','2026-05-01 06:00:00.000000');
INSERT INTO "sessions" VALUES(21,2,3,'imported-2','2026-04-30',NULL,'walk',1800,0,0,NULL,NULL,NULL,0,'none',0,0,NULL,0,'','2026-05-01 06:00:00.000000');
CREATE TABLE "settings_changes" (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	episode_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	value INTEGER NOT NULL, 
	date DATE NOT NULL, 
	"by" TEXT DEFAULT '' NOT NULL, 
	entered_at DATETIME NOT NULL, through VARCHAR(32) DEFAULT '' NOT NULL, 
	CONSTRAINT pk_settings_changes PRIMARY KEY (id), 
	CONSTRAINT fk_settings_changes_account_id_episodes FOREIGN KEY(account_id, episode_id) REFERENCES episodes (account_id, id) ON DELETE CASCADE
);
INSERT INTO "settings_changes" VALUES(1,2,3,'pain_free_days',3,'2026-05-01','Dr Quillfeather','2026-05-01 06:00:00.000000','');
CREATE TABLE "share_openings" (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	share_id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	page TEXT NOT NULL, 
	user_agent TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_share_openings PRIMARY KEY (id), 
	CONSTRAINT fk_share_openings_account_id_shares FOREIGN KEY(account_id, share_id) REFERENCES shares (account_id, id) ON DELETE CASCADE
);
INSERT INTO "share_openings" VALUES(1,2,1,'2026-05-01 06:00:00.000000','Today','a test');
CREATE TABLE shared_secrets (
	name TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_shared_secrets PRIMARY KEY (name)
);
INSERT INTO "shared_secrets" VALUES('signing key','e7277a430108f81b2ae45216a5274518ed031103f7673e071e0a34e232c05eec');
CREATE TABLE "shares" (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	episode_id INTEGER NOT NULL, 
	token_hash TEXT NOT NULL, 
	shared_with TEXT NOT NULL, 
	with_notes BOOLEAN DEFAULT 0 NOT NULL, 
	created_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	revoked_at DATETIME, for_answer BOOLEAN DEFAULT 0 NOT NULL, answered_at DATETIME, 
	CONSTRAINT pk_shares PRIMARY KEY (id), 
	CONSTRAINT uq_shares_account_id_id UNIQUE (account_id, id), 
	CONSTRAINT fk_shares_account_id_episodes FOREIGN KEY(account_id, episode_id) REFERENCES episodes (account_id, id) ON DELETE CASCADE, 
	CONSTRAINT uq_shares_token_hash UNIQUE (token_hash)
);
INSERT INTO "shares" VALUES(1,2,3,'57feae201d573179d59f0f5fa2926ec60529517a379ef6ca1823460f02dc3105','Dr Quillfeather',0,'2026-05-01 06:00:00.000000','2026-05-31 06:00:00.000000',NULL,0,NULL);
INSERT INTO "shares" VALUES(2,2,3,'a91b71667d5e765e7bfc2e803ea8452b1b9f4a0f2e57465bb62268c1b35f08c5','Dr Quillfeather',0,'2026-05-01 06:00:00.000000','2026-05-31 06:00:00.000000',NULL,1,'2026-05-01 06:00:00.000000');
INSERT INTO "shares" VALUES(3,2,3,'801e0190e0f54701b968b7661d4b923bde24f43fe3235b509262472ccf72c94a','Dr Quillfeather',0,'2026-05-01 06:00:00.000000','2026-05-31 06:00:00.000000',NULL,1,NULL);
CREATE TABLE sign_ins (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	token_hash TEXT NOT NULL, 
	user_agent TEXT DEFAULT '' NOT NULL, 
	created_at DATETIME NOT NULL, 
	last_seen_at DATETIME NOT NULL, 
	revoked_at DATETIME, confirmed_at DATETIME, 
	CONSTRAINT pk_sign_ins PRIMARY KEY (id), 
	CONSTRAINT fk_sign_ins_account_id_accounts FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE, 
	CONSTRAINT uq_sign_ins_token_hash UNIQUE (token_hash)
);
INSERT INTO "sign_ins" VALUES(1,2,'48b78348b882f104d69f1b1897b5b89ec415f04e9a266ed9d2f00ec35f2c08df','a test','2026-05-01 06:00:00.000000','2026-05-01 06:00:00.000000',NULL,NULL);
INSERT INTO "sign_ins" VALUES(2,2,'594694c1e0d6eed5268bc5fc7c37874c0bf9d08f89b2db76bec8363484d726a3','a test','2026-05-01 06:00:00.000000','2026-05-01 06:00:00.000000',NULL,NULL);
INSERT INTO "sign_ins" VALUES(3,3,'38f3abe531ba3caae97261f7da98b102752c3aff7b775407dbe3841e3e2ed58e','a test','2026-05-01 06:00:00.000000','2026-05-01 06:00:00.000000',NULL,NULL);
CREATE TABLE staged_files (
	account_id INTEGER NOT NULL, 
	content BLOB NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_staged_files PRIMARY KEY (account_id), 
	CONSTRAINT fk_staged_files_account_id_accounts FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
INSERT INTO "staged_files" VALUES(1,X'612066696C65','2026-05-01 06:00:00.000000');
CREATE TABLE totp_keys (
	account_id INTEGER NOT NULL, 
	sealed TEXT NOT NULL, 
	last_step INTEGER NOT NULL, 
	since DATETIME NOT NULL, 
	CONSTRAINT pk_totp_keys PRIMARY KEY (account_id), 
	CONSTRAINT fk_totp_keys_account_id_accounts FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
INSERT INTO "totp_keys" VALUES(1,'sealed',59000000,'2026-05-01 06:00:00.000000');
CREATE TABLE "visits" (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	episode_id INTEGER NOT NULL, 
	date DATE NOT NULL, 
	"by" TEXT NOT NULL, 
	said TEXT DEFAULT '' NOT NULL, 
	next_on DATE, 
	asked TEXT DEFAULT '' NOT NULL, 
	through VARCHAR(32) DEFAULT '' NOT NULL, 
	entered_at DATETIME NOT NULL, 
	CONSTRAINT pk_visits PRIMARY KEY (id), 
	CONSTRAINT fk_visits_account_id_episodes FOREIGN KEY(account_id, episode_id) REFERENCES episodes (account_id, id) ON DELETE CASCADE
);
INSERT INTO "visits" VALUES(1,1,1,'2026-05-01','Dr Okafor','Go on',NULL,'','','2026-05-01 06:00:00.000000');
CREATE TABLE work_spent (
	"key" TEXT NOT NULL, 
	spent FLOAT NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_work_spent PRIMARY KEY ("key")
);
INSERT INTO "work_spent" VALUES('a key',1.5,'2026-05-01 06:00:00.000000');
CREATE INDEX ix_login_attempts_kind_value_at ON login_attempts (kind, value, at);
CREATE INDEX ix_sign_ins_account_id ON sign_ins (account_id);
CREATE INDEX ix_invitations_account_id ON invitations (account_id);
CREATE INDEX ix_registration_openings_account_id ON registration_openings (account_id);
CREATE INDEX ix_calendar_feeds_account_id ON calendar_feeds (account_id);
CREATE INDEX ix_security_events_account_id ON security_events (account_id);
CREATE INDEX ix_security_events_by_account_id ON security_events (by_account_id);
CREATE INDEX ix_security_events_at ON security_events (at);
CREATE INDEX ix_passkeys_account_id ON passkeys (account_id);
CREATE INDEX ix_reset_links_account_id ON reset_links (account_id);
CREATE INDEX ix_consents_account_id ON consents (account_id);
CREATE INDEX ix_consents_clinician_id ON consents (clinician_id);
CREATE INDEX ix_consent_links_account_id ON consent_links (account_id);
CREATE INDEX ix_reminder_messages_account_id ON reminder_messages (account_id);
CREATE INDEX ix_api_tokens_account_id ON api_tokens (account_id);
CREATE INDEX ix_episodes_account_id ON episodes (account_id);
CREATE INDEX ix_imports_account_id ON imports (account_id);
CREATE INDEX ix_recovery_codes_account_id ON recovery_codes (account_id);
CREATE UNIQUE INDEX uq_episodes_open ON episodes (account_id) WHERE closed_on IS NULL;
CREATE INDEX ix_care_entries_account_id_episode_id_date ON care_entries (account_id, episode_id, date);
CREATE INDEX ix_changes_account_id_episode_id_at ON changes (account_id, episode_id, at);
CREATE INDEX ix_check_ins_account_id_episode_id_date ON check_ins (account_id, episode_id, date);
CREATE INDEX ix_clearances_account_id_episode_id ON clearances (account_id, episode_id);
CREATE INDEX ix_import_items_account_id_import_id ON import_items (account_id, import_id);
CREATE INDEX ix_import_items_account_id_episode_id ON import_items (account_id, episode_id);
CREATE INDEX ix_proposals_account_id_episode_id ON proposals (account_id, episode_id);
CREATE INDEX ix_sessions_account_id_episode_id_date ON sessions (account_id, episode_id, date);
CREATE INDEX ix_settings_changes_account_id_episode_id ON settings_changes (account_id, episode_id);
CREATE INDEX ix_shares_account_id_episode_id ON shares (account_id, episode_id);
CREATE INDEX ix_share_openings_account_id_share_id_at ON share_openings (account_id, share_id, at);
CREATE INDEX ix_visits_account_id_episode_id ON visits (account_id, episode_id);
CREATE TRIGGER rest_day_on_insert AFTER INSERT ON sessions BEGIN SELECT RAISE(ABORT, 'not a date') WHERE NEW.date IS NOT date(NEW.date, '+0 days');
    SELECT RAISE(ABORT, 'adjacent run days') WHERE EXISTS (
        SELECT 1
        FROM sessions AS earlier
        JOIN sessions AS later
          ON later.account_id = earlier.account_id
         AND later.episode_id = earlier.episode_id
         AND later.date = date(earlier.date, '+1 day')
        JOIN episodes
          ON episodes.account_id = earlier.account_id AND episodes.id = earlier.episode_id
        WHERE earlier.account_id = NEW.account_id
          AND earlier.episode_id = NEW.episode_id
          AND earlier.date >= date(NEW.date, '-1 day')
          AND earlier.date <= NEW.date
          AND earlier.date >= episodes.onset
          AND earlier.jog_seconds > 0
          AND later.jog_seconds > 0
          AND later.deviation IS NULL
          AND later.exempt = 0
    );
 END;
CREATE TRIGGER rest_day_on_update AFTER UPDATE OF account_id, episode_id, date, jog_seconds, deviation, exempt ON sessions BEGIN SELECT RAISE(ABORT, 'not a date') WHERE NEW.date IS NOT date(NEW.date, '+0 days');
    SELECT RAISE(ABORT, 'adjacent run days') WHERE EXISTS (
        SELECT 1
        FROM sessions AS earlier
        JOIN sessions AS later
          ON later.account_id = earlier.account_id
         AND later.episode_id = earlier.episode_id
         AND later.date = date(earlier.date, '+1 day')
        JOIN episodes
          ON episodes.account_id = earlier.account_id AND episodes.id = earlier.episode_id
        WHERE earlier.account_id = NEW.account_id
          AND earlier.episode_id = NEW.episode_id
          AND earlier.date >= date(NEW.date, '-1 day')
          AND earlier.date <= NEW.date
          AND earlier.date >= episodes.onset
          AND earlier.jog_seconds > 0
          AND later.jog_seconds > 0
          AND later.deviation IS NULL
          AND later.exempt = 0
    );
 END;
CREATE TRIGGER onset_on_insert AFTER INSERT ON episodes BEGIN SELECT RAISE(ABORT, 'not a date') WHERE NEW.onset IS NOT date(NEW.onset, '+0 days'); END;
CREATE TRIGGER rest_day_on_onset AFTER UPDATE OF onset ON episodes BEGIN SELECT RAISE(ABORT, 'not a date') WHERE NEW.onset IS NOT date(NEW.onset, '+0 days');
    SELECT RAISE(ABORT, 'adjacent run days') WHERE EXISTS (
        SELECT 1
        FROM sessions AS earlier
        JOIN sessions AS later
          ON later.account_id = earlier.account_id
         AND later.episode_id = earlier.episode_id
         AND later.date = date(earlier.date, '+1 day')
        JOIN episodes
          ON episodes.account_id = earlier.account_id AND episodes.id = earlier.episode_id
        WHERE earlier.account_id = NEW.account_id
          AND earlier.episode_id = NEW.id
          AND earlier.date >= NEW.onset
          AND earlier.date <= '9999-12-31'
          AND earlier.date >= episodes.onset
          AND earlier.jog_seconds > 0
          AND later.jog_seconds > 0
          AND later.deviation IS NULL
          AND later.exempt = 0
    );
 END;
CREATE INDEX ix_decisions_shown_account_id_episode_id_date ON decisions_shown (account_id, episode_id, date);
COMMIT;
