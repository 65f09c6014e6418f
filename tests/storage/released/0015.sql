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
INSERT INTO "accounts" VALUES(1,'demo','demo','$argon2id$v=19$m=65536,t=3,p=4$UyxmcGoxVnJpvfEn93MDWA$opQgmxJDy271aWCubraBmpVRfNtrYeCwXqczJ1Y4iFE','km','2026-05-01 06:00:00.000000',4541096741684604634,NULL);
INSERT INTO "accounts" VALUES(2,'Marguerite','marguerite','$argon2id$v=19$m=65536,t=3,p=4$IO9ekYGxecdIXn0NtxnPEg$JQzL0CE8qHOX3u2I2/fIXTmhyhWCcAnE/AYCy8gDq9M','km','2026-05-01 06:00:00.000000',4541096741684604634,NULL);
INSERT INTO "accounts" VALUES(3,'Physio 2','physio 2','x','km','2026-05-01 06:00:00.000000',4541096741684604634,NULL);
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
INSERT INTO "alembic_version" VALUES('0015');
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
INSERT INTO "api_tokens" VALUES(1,2,'c1462a16cd84d84dbe574772d245a397c1d69f8bf0d95c691198022d65c80b69','A watch','write','2026-05-01 06:00:00.000000','2026-05-31 06:00:00.000000',NULL,NULL);
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
INSERT INTO "calendar_feeds" VALUES(1,2,'91e84d33ba0878e29a8c1f3653a7494ecd7420d5b49be49b50b2da035b06bccf','2026-05-01 06:00:00.000000',NULL);
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
INSERT INTO "consent_links" VALUES(1,2,'3de9c9f5989b59504d5d10b31e5a2ab16212e78d6ac3e3e5cfe662fbfd4faa3d',0,0,'2026-05-01 06:00:00.000000','2026-05-08 06:00:00.000000',NULL,NULL);
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
	checkpoint JSON, engine INTEGER DEFAULT 1 NOT NULL, protocol_digest TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_daily_standings PRIMARY KEY (account_id, episode_id, date), 
	CONSTRAINT fk_daily_standings_account_id_episodes FOREIGN KEY(account_id, episode_id) REFERENCES episodes (account_id, id) ON DELETE CASCADE
);
INSERT INTO "daily_standings" VALUES(1,1,'2026-03-22','protect',1,'hold',5,'{"day": "2026-03-22", "onset": "2026-03-22", "baseline_seconds": 2400, "week_seconds": null, "stage": "protect", "step": 1, "clean_runs": 0, "counts_from": "2026-03-22", "baseline_reach": [], "setbacks": [], "plan_from": "2026-03-22", "lost_today": 0, "streak": 0, "painful_on": null, "pain_free_after": 0, "grave": true, "last_run": null, "run_before_today": null, "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": null, "stage_yesterday": "protect", "stage_since": "2026-03-22", "progress_on": null, "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [], "judged": null, "first_days": [5], "past": [], "today": [1, 1, 0, 5, true, false, false, false, 0, 0, 0, false, [], 0]}',2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-03-23','protect',1,'hold',4,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-03-24','protect',1,'hold',4,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-03-25','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-03-26','protect',1,'hold',2,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-03-27','protect',1,'hold',1,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-03-28','protect',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-03-29','cross_train',1,'hold',0,'{"day": "2026-03-29", "onset": "2026-03-22", "baseline_seconds": 2400, "week_seconds": null, "stage": "cross_train", "step": 1, "clean_runs": 0, "counts_from": "2026-03-22", "baseline_reach": [], "setbacks": [], "plan_from": "2026-03-22", "lost_today": 0, "streak": 1, "painful_on": "2026-03-27", "pain_free_after": 1, "grave": false, "last_run": null, "run_before_today": null, "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": "2026-03-29", "stage_yesterday": "protect", "stage_since": "2026-03-22", "progress_on": null, "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [], "judged": null, "first_days": [5, 4, 4, 2, 1, 0], "past": [[1, 1, 0, 5, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 4, true, true, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 4, true, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 2, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 1, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0]], "today": [1, 1, 1, 0, false, false, false, false, 0, 0, 0, false, [], 0]}',2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-03-30','walk_jog',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-03-31','walk_jog',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-01','walk_jog',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-02','walk_jog',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-03','walk_jog',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-04','walk_jog',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-05','walk_jog',2,'hold',0,'{"day": "2026-04-05", "onset": "2026-03-22", "baseline_seconds": 2400, "week_seconds": null, "stage": "walk_jog", "step": 2, "clean_runs": 0, "counts_from": "2026-03-22", "baseline_reach": [], "setbacks": [], "plan_from": "2026-03-22", "lost_today": 0, "streak": 8, "painful_on": "2026-03-27", "pain_free_after": 8, "grave": false, "last_run": "2026-04-04", "run_before_today": "2026-04-04", "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": "2026-03-29", "stage_yesterday": "walk_jog", "stage_since": "2026-03-30", "progress_on": "2026-04-05", "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [["2026-04-04", 300, 300, 0, false, false, true, true]], "judged": ["2026-04-03", "clean"], "first_days": [5, 4, 4, 2, 1, 0], "past": [[1, 1, 0, 5, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 4, true, true, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 4, true, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 2, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 1, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 1, 0, false, false, false, false, 0, 0, 0, false, [["bike", 2400, false]], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 1, 0, false, false, false, false, 0, 0, 0, false, [["bike", 2400, false]], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 0]], "today": [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0]}',2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-06','walk_jog',2,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-07','walk_jog',2,'hold',1,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-08','walk_jog',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-09','walk_jog',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-10','walk_jog',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-11','walk_jog',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-12','walk_jog',1,'hold',0,'{"day": "2026-04-12", "onset": "2026-03-22", "baseline_seconds": 2400, "week_seconds": null, "stage": "walk_jog", "step": 1, "clean_runs": 1, "counts_from": "2026-04-08", "baseline_reach": [], "setbacks": [], "plan_from": "2026-04-08", "lost_today": 0, "streak": 4, "painful_on": "2026-04-07", "pain_free_after": 4, "grave": false, "last_run": "2026-04-11", "run_before_today": "2026-04-11", "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": "2026-03-29", "stage_yesterday": "walk_jog", "stage_since": "2026-03-30", "progress_on": "2026-04-05", "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [["2026-04-11", 300, 300, 0, true, false, false, true]], "judged": null, "first_days": [5, 4, 4, 2, 1, 0], "past": [[1, 1, 0, 5, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 4, true, true, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 4, true, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 2, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 1, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 1, 0, false, false, false, false, 0, 0, 0, false, [["bike", 2400, false]], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 1, 0, false, false, false, false, 0, 0, 0, false, [["bike", 2400, false]], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 0], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 1, 600, 600, false, [], 0], [1, 1, 0, 1, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 0]], "today": [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0]}',2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-13','protect',1,'stop',4,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-14','protect',1,'hold',3,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-15','protect',1,'hold',2,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-16','protect',1,'hold',1,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-17','protect',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-18','cross_train',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-19','walk_jog',1,'hold',0,'{"day": "2026-04-19", "onset": "2026-03-22", "baseline_seconds": 2400, "week_seconds": null, "stage": "walk_jog", "step": 1, "clean_runs": 0, "counts_from": "2026-04-13", "baseline_reach": [], "setbacks": ["2026-04-13"], "plan_from": "2026-04-13", "lost_today": 0, "streak": 2, "painful_on": "2026-04-16", "pain_free_after": 2, "grave": false, "last_run": "2026-04-19", "run_before_today": "2026-04-13", "unjudged_on": null, "sharp_on": "2026-04-13", "bad_days_on": null, "walked_on": "2026-04-18", "stage_yesterday": "cross_train", "stage_since": "2026-04-18", "progress_on": "2026-04-05", "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [["2026-04-19", 300, 300, 0, true, false, false, false]], "judged": null, "first_days": [5, 4, 4, 2, 1, 0], "past": [[1, 1, 0, 5, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 4, true, true, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 4, true, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 2, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 1, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 1, 0, false, false, false, false, 0, 0, 0, false, [["bike", 2400, false]], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 1, 0, false, false, false, false, 0, 0, 0, false, [["bike", 2400, false]], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 0], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 1, 600, 600, false, [], 0], [1, 1, 0, 1, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 4, true, false, false, true, 1, 150, 150, false, [], 0], [1, 1, 0, 3, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 2, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 1, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 0, 0, 0, false, [], 0]], "today": [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 0]}',2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-20','walk_jog',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-21','walk_jog',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-22','walk_jog',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-23','walk_jog',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-24','walk_jog',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-25','walk_jog',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-26','walk_jog',1,'hold',0,'{"day": "2026-04-26", "onset": "2026-03-22", "baseline_seconds": 2400, "week_seconds": null, "stage": "walk_jog", "step": 1, "clean_runs": 2, "counts_from": "2026-04-13", "baseline_reach": [], "setbacks": [], "plan_from": "2026-04-13", "lost_today": 0, "streak": 1, "painful_on": "2026-04-16", "pain_free_after": 8, "grave": false, "last_run": "2026-04-25", "run_before_today": "2026-04-25", "unjudged_on": "2026-04-23", "sharp_on": "2026-04-13", "bad_days_on": null, "walked_on": "2026-04-18", "stage_yesterday": "walk_jog", "stage_since": "2026-04-19", "progress_on": "2026-04-05", "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [["2026-04-25", 300, 300, 0, true, false, false, true]], "judged": null, "first_days": [5, 4, 4, 2, 1, 0], "past": [[1, 1, 0, 1, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 1, 0, false, false, false, false, 0, 0, 0, false, [["bike", 2400, false]], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 1, 0, false, false, false, false, 0, 0, 0, false, [["bike", 2400, false]], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 0], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 1, 600, 600, false, [], 0], [1, 1, 0, 1, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 4, true, false, false, true, 1, 150, 150, false, [], 0], [1, 1, 0, 3, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 2, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 1, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 1, 0, false, false, false, false, 0, 0, 0, false, [["bike", 2400, false]], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 300], [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 1, 0, false, false, false, false, 1, 300, 300, false, [], 0]], "today": [1, 1, 0, 0, false, false, false, false, 0, 0, 0, false, [], 0]}',2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-27','walk_jog',2,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-28','walk_jog',2,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-29','walk_jog',2,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(1,1,'2026-04-30','walk_jog',2,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-01','protect',1,'hold',NULL,'{"day": "2026-04-01", "onset": "2026-04-01", "baseline_seconds": 2400, "week_seconds": null, "stage": "protect", "step": 1, "clean_runs": 0, "counts_from": "2026-04-01", "baseline_reach": [], "setbacks": [], "plan_from": "2026-04-01", "lost_today": 0, "streak": 0, "painful_on": null, "pain_free_after": 0, "grave": false, "last_run": null, "run_before_today": null, "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": null, "stage_yesterday": "protect", "stage_since": "2026-04-01", "progress_on": null, "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [], "judged": null, "first_days": [], "past": [], "today": [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]}',2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-02','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-03','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-04','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-05','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-06','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-07','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-08','protect',1,'hold',NULL,'{"day": "2026-04-08", "onset": "2026-04-01", "baseline_seconds": 2400, "week_seconds": null, "stage": "protect", "step": 1, "clean_runs": 0, "counts_from": "2026-04-01", "baseline_reach": [], "setbacks": [], "plan_from": "2026-04-01", "lost_today": 0, "streak": 0, "painful_on": null, "pain_free_after": 0, "grave": false, "last_run": null, "run_before_today": null, "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": null, "stage_yesterday": "protect", "stage_since": "2026-04-01", "progress_on": null, "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [], "judged": null, "first_days": [], "past": [[0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]], "today": [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]}',2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-09','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-10','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-11','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-12','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-13','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-14','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-15','protect',1,'hold',NULL,'{"day": "2026-04-15", "onset": "2026-04-01", "baseline_seconds": 2400, "week_seconds": null, "stage": "protect", "step": 1, "clean_runs": 0, "counts_from": "2026-04-01", "baseline_reach": [], "setbacks": [], "plan_from": "2026-04-01", "lost_today": 0, "streak": 0, "painful_on": null, "pain_free_after": 0, "grave": false, "last_run": null, "run_before_today": null, "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": null, "stage_yesterday": "protect", "stage_since": "2026-04-01", "progress_on": null, "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [], "judged": null, "first_days": [], "past": [[0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]], "today": [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]}',2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-16','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-17','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-18','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-19','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-20','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-21','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-22','protect',1,'hold',NULL,'{"day": "2026-04-22", "onset": "2026-04-01", "baseline_seconds": 2400, "week_seconds": null, "stage": "protect", "step": 1, "clean_runs": 0, "counts_from": "2026-04-01", "baseline_reach": [], "setbacks": [], "plan_from": "2026-04-01", "lost_today": 0, "streak": 0, "painful_on": null, "pain_free_after": 0, "grave": false, "last_run": null, "run_before_today": null, "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": null, "stage_yesterday": "protect", "stage_since": "2026-04-01", "progress_on": null, "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [], "judged": null, "first_days": [], "past": [[0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]], "today": [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]}',2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-23','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-24','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-25','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-26','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-27','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-28','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-29','protect',1,'hold',NULL,'{"day": "2026-04-29", "onset": "2026-04-01", "baseline_seconds": 2400, "week_seconds": null, "stage": "protect", "step": 1, "clean_runs": 0, "counts_from": "2026-04-01", "baseline_reach": [], "setbacks": [], "plan_from": "2026-04-01", "lost_today": 0, "streak": 0, "painful_on": null, "pain_free_after": 0, "grave": false, "last_run": null, "run_before_today": null, "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": null, "stage_yesterday": "protect", "stage_since": "2026-04-01", "progress_on": null, "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [], "judged": null, "first_days": [], "past": [[0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]], "today": [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]}',2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-04-30','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,2,'2026-05-01','protect',1,'hold',0,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-01','protect',1,'hold',NULL,'{"day": "2026-04-01", "onset": "2026-04-01", "baseline_seconds": 2400, "week_seconds": null, "stage": "protect", "step": 1, "clean_runs": 0, "counts_from": "2026-04-01", "baseline_reach": [], "setbacks": [], "plan_from": "2026-04-01", "lost_today": 0, "streak": 0, "painful_on": null, "pain_free_after": 0, "grave": false, "last_run": null, "run_before_today": null, "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": null, "stage_yesterday": "protect", "stage_since": "2026-04-01", "progress_on": null, "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [], "judged": null, "first_days": [], "past": [], "today": [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]}',2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-02','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-03','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-04','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-05','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-06','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-07','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-08','protect',1,'hold',NULL,'{"day": "2026-04-08", "onset": "2026-04-01", "baseline_seconds": 2400, "week_seconds": null, "stage": "protect", "step": 1, "clean_runs": 0, "counts_from": "2026-04-01", "baseline_reach": [], "setbacks": [], "plan_from": "2026-04-01", "lost_today": 0, "streak": 0, "painful_on": null, "pain_free_after": 0, "grave": false, "last_run": null, "run_before_today": null, "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": null, "stage_yesterday": "protect", "stage_since": "2026-04-01", "progress_on": null, "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [], "judged": null, "first_days": [], "past": [[0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]], "today": [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]}',2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-09','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-10','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-11','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-12','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-13','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-14','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-15','protect',1,'hold',NULL,'{"day": "2026-04-15", "onset": "2026-04-01", "baseline_seconds": 2400, "week_seconds": null, "stage": "protect", "step": 1, "clean_runs": 0, "counts_from": "2026-04-01", "baseline_reach": [], "setbacks": [], "plan_from": "2026-04-01", "lost_today": 0, "streak": 0, "painful_on": null, "pain_free_after": 0, "grave": false, "last_run": null, "run_before_today": null, "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": null, "stage_yesterday": "protect", "stage_since": "2026-04-01", "progress_on": null, "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [], "judged": null, "first_days": [], "past": [[0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]], "today": [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]}',2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-16','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-17','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-18','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-19','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-20','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-21','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-22','protect',1,'hold',NULL,'{"day": "2026-04-22", "onset": "2026-04-01", "baseline_seconds": 2400, "week_seconds": null, "stage": "protect", "step": 1, "clean_runs": 0, "counts_from": "2026-04-01", "baseline_reach": [], "setbacks": [], "plan_from": "2026-04-01", "lost_today": 0, "streak": 0, "painful_on": null, "pain_free_after": 0, "grave": false, "last_run": null, "run_before_today": null, "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": null, "stage_yesterday": "protect", "stage_since": "2026-04-01", "progress_on": null, "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [], "judged": null, "first_days": [], "past": [[0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]], "today": [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]}',2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-23','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-24','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-25','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-26','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-27','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-28','protect',1,'hold',NULL,NULL,2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
INSERT INTO "daily_standings" VALUES(2,3,'2026-04-29','protect',1,'hold',NULL,'{"day": "2026-04-29", "onset": "2026-04-01", "baseline_seconds": 2400, "week_seconds": null, "stage": "protect", "step": 1, "clean_runs": 0, "counts_from": "2026-04-01", "baseline_reach": [], "setbacks": [], "plan_from": "2026-04-01", "lost_today": 0, "streak": 0, "painful_on": null, "pain_free_after": 0, "grave": false, "last_run": null, "run_before_today": null, "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": null, "stage_yesterday": "protect", "stage_since": "2026-04-01", "progress_on": null, "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [], "judged": null, "first_days": [], "past": [[0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]], "today": [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]}',2,'e41a65f7a77eb2e454fd31a8eb8210ba1e429f5ef070ffa7b6d83955a5eaf299');
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
	findings JSON NOT NULL, 
	inputs JSON NOT NULL, 
	CONSTRAINT pk_decisions_shown PRIMARY KEY (id), 
	CONSTRAINT fk_decisions_shown_account_id_episodes FOREIGN KEY(account_id, episode_id) REFERENCES episodes (account_id, id) ON DELETE CASCADE
);
INSERT INTO "decisions_shown" VALUES(1,1,1,'2026-03-22','2026-03-22 07:10:00.000000','return-to-run-1','hold','[{"rule": "red-flag", "decision": "cleared", "facts": {"since": null, "flags": []}}, {"rule": "signs-asked", "decision": "cleared", "facts": {"alarm_on": null}}, {"rule": "sharp-pain", "decision": "cleared", "facts": {"event": null}}, {"rule": "pain-gone", "decision": "hold", "facts": {"protecting": true, "today": true, "last": null, "grave": true, "pain_free_days": 0, "needed": 2}}, {"rule": "check-in-today", "decision": "cleared", "facts": {"check_ins": 1}}, {"rule": "walk-first", "decision": "hold", "facts": {"stage": "protect", "walked_on": null, "minutes": 30}}, {"rule": "rest-between-runs", "decision": "cleared", "facts": {"run_on": null, "rest_days": 1, "next_day": false}}, {"rule": "one-run-a-day", "decision": "cleared", "facts": {"runs": 0}}, {"rule": "morning-after", "decision": "cleared", "facts": {"run_on": null, "pending": false}}, {"rule": "painkiller", "decision": "cleared", "facts": {"taken": false, "last_evening": false}}, {"rule": "more-than-planned", "decision": "cleared", "facts": {"jog_seconds": 0, "percent": 10, "seconds": 30}}, {"rule": "longest-run", "decision": "cleared", "facts": {"jog_seconds": 0, "longest_seconds": 0, "percent": 110}}, {"rule": "lay-off", "decision": "cleared", "facts": {"last_run": null, "step": null, "plan": null}}, {"rule": "cross-training", "decision": "cleared", "facts": {"kind": null, "ridden_seconds": 0, "longest_seconds": 0}}, {"rule": "worsening", "decision": "cleared", "facts": {"now": null, "before": null}}, {"rule": "not-improving", "decision": "cleared", "facts": {"now": null, "first": null, "day": 0}}, {"rule": "stalled", "decision": "cleared", "facts": {"since": "2026-03-22", "days": 21}}, {"rule": "past-window", "decision": "cleared", "facts": {"painful": false, "closes": 42}}, {"rule": "stepped-back-twice", "decision": "cleared", "facts": {"setbacks": 0}}]','{"day": "2026-03-22", "onset": "2026-03-22", "baseline_seconds": 2400, "week_seconds": null, "stage": "protect", "step": 1, "clean_runs": 0, "counts_from": "2026-03-22", "baseline_reach": [], "setbacks": [], "plan_from": "2026-03-22", "lost_today": 0, "streak": 0, "painful_on": null, "pain_free_after": 0, "grave": true, "last_run": null, "run_before_today": null, "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": null, "stage_yesterday": "protect", "stage_since": "2026-03-22", "progress_on": null, "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [], "judged": null, "first_days": [5], "past": [], "today": [1, 1, 0, 5, true, false, false, false, 0, 0, 0, false, [], 0]}');
INSERT INTO "decisions_shown" VALUES(2,1,1,'2026-03-23','2026-03-23 07:10:00.000000','return-to-run-1','hold','[{"rule": "red-flag", "decision": "cleared", "facts": {"since": null, "flags": []}}, {"rule": "signs-asked", "decision": "cleared", "facts": {"alarm_on": null}}, {"rule": "sharp-pain", "decision": "cleared", "facts": {"event": null}}, {"rule": "pain-gone", "decision": "hold", "facts": {"protecting": true, "today": true, "last": "2026-03-22", "grave": true, "pain_free_days": 0, "needed": 2}}, {"rule": "check-in-today", "decision": "cleared", "facts": {"check_ins": 1}}, {"rule": "walk-first", "decision": "hold", "facts": {"stage": "protect", "walked_on": null, "minutes": 30}}, {"rule": "rest-between-runs", "decision": "cleared", "facts": {"run_on": null, "rest_days": 1, "next_day": false}}, {"rule": "one-run-a-day", "decision": "cleared", "facts": {"runs": 0}}, {"rule": "morning-after", "decision": "cleared", "facts": {"run_on": null, "pending": false}}, {"rule": "painkiller", "decision": "hold", "facts": {"taken": true, "last_evening": false}}, {"rule": "more-than-planned", "decision": "cleared", "facts": {"jog_seconds": 0, "percent": 10, "seconds": 30}}, {"rule": "longest-run", "decision": "cleared", "facts": {"jog_seconds": 0, "longest_seconds": 0, "percent": 110}}, {"rule": "lay-off", "decision": "cleared", "facts": {"last_run": null, "step": null, "plan": null}}, {"rule": "cross-training", "decision": "cleared", "facts": {"kind": null, "ridden_seconds": 0, "longest_seconds": 0}}, {"rule": "worsening", "decision": "cleared", "facts": {"now": null, "before": null}}, {"rule": "not-improving", "decision": "cleared", "facts": {"now": null, "first": null, "day": 1}}, {"rule": "stalled", "decision": "cleared", "facts": {"since": "2026-03-22", "days": 21}}, {"rule": "past-window", "decision": "cleared", "facts": {"painful": false, "closes": 42}}, {"rule": "stepped-back-twice", "decision": "cleared", "facts": {"setbacks": 0}}]','{"day": "2026-03-23", "onset": "2026-03-22", "baseline_seconds": 2400, "week_seconds": null, "stage": "protect", "step": 1, "clean_runs": 0, "counts_from": "2026-03-22", "baseline_reach": [], "setbacks": [], "plan_from": "2026-03-22", "lost_today": 0, "streak": 0, "painful_on": "2026-03-22", "pain_free_after": 0, "grave": true, "last_run": null, "run_before_today": null, "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": null, "stage_yesterday": "protect", "stage_since": "2026-03-22", "progress_on": null, "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [], "judged": null, "first_days": [5, 4], "past": [[1, 1, 0, 5, true, false, false, false, 0, 0, 0, false, [], 0]], "today": [1, 1, 0, 4, true, true, false, false, 0, 0, 0, false, [], 0]}');
INSERT INTO "decisions_shown" VALUES(3,1,1,'2026-03-24','2026-03-24 07:10:00.000000','return-to-run-1','hold','[{"rule": "red-flag", "decision": "cleared", "facts": {"since": null, "flags": []}}, {"rule": "signs-asked", "decision": "cleared", "facts": {"alarm_on": null}}, {"rule": "sharp-pain", "decision": "cleared", "facts": {"event": null}}, {"rule": "pain-gone", "decision": "hold", "facts": {"protecting": true, "today": true, "last": "2026-03-23", "grave": true, "pain_free_days": 0, "needed": 2}}, {"rule": "check-in-today", "decision": "cleared", "facts": {"check_ins": 1}}, {"rule": "walk-first", "decision": "hold", "facts": {"stage": "protect", "walked_on": null, "minutes": 30}}, {"rule": "rest-between-runs", "decision": "cleared", "facts": {"run_on": null, "rest_days": 1, "next_day": false}}, {"rule": "one-run-a-day", "decision": "cleared", "facts": {"runs": 0}}, {"rule": "morning-after", "decision": "cleared", "facts": {"run_on": null, "pending": false}}, {"rule": "painkiller", "decision": "cleared", "facts": {"taken": false, "last_evening": false}}, {"rule": "more-than-planned", "decision": "cleared", "facts": {"jog_seconds": 0, "percent": 10, "seconds": 30}}, {"rule": "longest-run", "decision": "cleared", "facts": {"jog_seconds": 0, "longest_seconds": 0, "percent": 110}}, {"rule": "lay-off", "decision": "cleared", "facts": {"last_run": null, "step": null, "plan": null}}, {"rule": "cross-training", "decision": "cleared", "facts": {"kind": null, "ridden_seconds": 0, "longest_seconds": 0}}, {"rule": "worsening", "decision": "cleared", "facts": {"now": 4.0, "before": null}}, {"rule": "not-improving", "decision": "cleared", "facts": {"now": null, "first": null, "day": 2}}, {"rule": "stalled", "decision": "cleared", "facts": {"since": "2026-03-22", "days": 21}}, {"rule": "past-window", "decision": "cleared", "facts": {"painful": false, "closes": 42}}, {"rule": "stepped-back-twice", "decision": "cleared", "facts": {"setbacks": 0}}]','{"day": "2026-03-24", "onset": "2026-03-22", "baseline_seconds": 2400, "week_seconds": null, "stage": "protect", "step": 1, "clean_runs": 0, "counts_from": "2026-03-22", "baseline_reach": [], "setbacks": [], "plan_from": "2026-03-22", "lost_today": 0, "streak": 0, "painful_on": "2026-03-23", "pain_free_after": 0, "grave": true, "last_run": null, "run_before_today": null, "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": null, "stage_yesterday": "protect", "stage_since": "2026-03-22", "progress_on": null, "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [], "judged": null, "first_days": [5, 4, 4], "past": [[1, 1, 0, 5, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 4, true, true, false, false, 0, 0, 0, false, [], 0]], "today": [1, 1, 0, 4, true, false, false, false, 0, 0, 0, false, [], 0]}');
INSERT INTO "decisions_shown" VALUES(4,1,1,'2026-03-25','2026-03-25 07:10:00.000000','return-to-run-1','hold','[{"rule": "red-flag", "decision": "cleared", "facts": {"since": null, "flags": []}}, {"rule": "signs-asked", "decision": "cleared", "facts": {"alarm_on": null}}, {"rule": "sharp-pain", "decision": "cleared", "facts": {"event": null}}, {"rule": "pain-gone", "decision": "hold", "facts": {"protecting": true, "today": false, "last": "2026-03-24", "grave": true, "pain_free_days": 0, "needed": 2}}, {"rule": "check-in-today", "decision": "hold", "facts": {"check_ins": 0}}, {"rule": "walk-first", "decision": "hold", "facts": {"stage": "protect", "walked_on": null, "minutes": 30}}, {"rule": "rest-between-runs", "decision": "cleared", "facts": {"run_on": null, "rest_days": 1, "next_day": false}}, {"rule": "one-run-a-day", "decision": "cleared", "facts": {"runs": 0}}, {"rule": "morning-after", "decision": "cleared", "facts": {"run_on": null, "pending": false}}, {"rule": "painkiller", "decision": "cleared", "facts": {"taken": false, "last_evening": false}}, {"rule": "more-than-planned", "decision": "cleared", "facts": {"jog_seconds": 0, "percent": 10, "seconds": 30}}, {"rule": "longest-run", "decision": "cleared", "facts": {"jog_seconds": 0, "longest_seconds": 0, "percent": 110}}, {"rule": "lay-off", "decision": "cleared", "facts": {"last_run": null, "step": null, "plan": null}}, {"rule": "cross-training", "decision": "cleared", "facts": {"kind": null, "ridden_seconds": 0, "longest_seconds": 0}}, {"rule": "worsening", "decision": "cleared", "facts": {"now": 4.0, "before": null}}, {"rule": "not-improving", "decision": "cleared", "facts": {"now": null, "first": null, "day": 3}}, {"rule": "stalled", "decision": "cleared", "facts": {"since": "2026-03-22", "days": 21}}, {"rule": "past-window", "decision": "cleared", "facts": {"painful": false, "closes": 42}}, {"rule": "stepped-back-twice", "decision": "cleared", "facts": {"setbacks": 0}}]','{"day": "2026-03-25", "onset": "2026-03-22", "baseline_seconds": 2400, "week_seconds": null, "stage": "protect", "step": 1, "clean_runs": 0, "counts_from": "2026-03-22", "baseline_reach": [], "setbacks": [], "plan_from": "2026-03-22", "lost_today": 0, "streak": 0, "painful_on": "2026-03-24", "pain_free_after": 0, "grave": true, "last_run": null, "run_before_today": null, "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": null, "stage_yesterday": "protect", "stage_since": "2026-03-22", "progress_on": null, "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [], "judged": null, "first_days": [5, 4, 4], "past": [[1, 1, 0, 5, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 4, true, true, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 4, true, false, false, false, 0, 0, 0, false, [], 0]], "today": [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]}');
INSERT INTO "decisions_shown" VALUES(5,1,1,'2026-03-26','2026-03-26 07:10:00.000000','return-to-run-1','hold','[{"rule": "red-flag", "decision": "cleared", "facts": {"since": null, "flags": []}}, {"rule": "signs-asked", "decision": "cleared", "facts": {"alarm_on": null}}, {"rule": "sharp-pain", "decision": "cleared", "facts": {"event": null}}, {"rule": "pain-gone", "decision": "hold", "facts": {"protecting": true, "today": true, "last": "2026-03-24", "grave": true, "pain_free_days": 0, "needed": 2}}, {"rule": "check-in-today", "decision": "cleared", "facts": {"check_ins": 1}}, {"rule": "walk-first", "decision": "hold", "facts": {"stage": "protect", "walked_on": null, "minutes": 30}}, {"rule": "rest-between-runs", "decision": "cleared", "facts": {"run_on": null, "rest_days": 1, "next_day": false}}, {"rule": "one-run-a-day", "decision": "cleared", "facts": {"runs": 0}}, {"rule": "morning-after", "decision": "cleared", "facts": {"run_on": null, "pending": false}}, {"rule": "painkiller", "decision": "cleared", "facts": {"taken": false, "last_evening": false}}, {"rule": "more-than-planned", "decision": "cleared", "facts": {"jog_seconds": 0, "percent": 10, "seconds": 30}}, {"rule": "longest-run", "decision": "cleared", "facts": {"jog_seconds": 0, "longest_seconds": 0, "percent": 110}}, {"rule": "lay-off", "decision": "cleared", "facts": {"last_run": null, "step": null, "plan": null}}, {"rule": "cross-training", "decision": "cleared", "facts": {"kind": null, "ridden_seconds": 0, "longest_seconds": 0}}, {"rule": "worsening", "decision": "cleared", "facts": {"now": 4.0, "before": null}}, {"rule": "not-improving", "decision": "cleared", "facts": {"now": null, "first": null, "day": 4}}, {"rule": "stalled", "decision": "cleared", "facts": {"since": "2026-03-22", "days": 21}}, {"rule": "past-window", "decision": "cleared", "facts": {"painful": false, "closes": 42}}, {"rule": "stepped-back-twice", "decision": "cleared", "facts": {"setbacks": 0}}]','{"day": "2026-03-26", "onset": "2026-03-22", "baseline_seconds": 2400, "week_seconds": null, "stage": "protect", "step": 1, "clean_runs": 0, "counts_from": "2026-03-22", "baseline_reach": [], "setbacks": [], "plan_from": "2026-03-22", "lost_today": 0, "streak": 0, "painful_on": "2026-03-24", "pain_free_after": 0, "grave": true, "last_run": null, "run_before_today": null, "unjudged_on": null, "sharp_on": null, "bad_days_on": null, "walked_on": null, "stage_yesterday": "protect", "stage_since": "2026-03-22", "progress_on": null, "returned_on": null, "laid_off": false, "placed_on": null, "alarm_on": null, "open_signs": [], "awaiting": [], "judged": null, "first_days": [5, 4, 4, 2], "past": [[1, 1, 0, 5, true, false, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 4, true, true, false, false, 0, 0, 0, false, [], 0], [1, 1, 0, 4, true, false, false, false, 0, 0, 0, false, [], 0], [0, 0, 0, null, false, false, false, false, 0, 0, 0, false, [], 0]], "today": [1, 1, 0, 2, true, false, false, false, 0, 0, 0, false, [], 0]}');
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
INSERT INTO "invitations" VALUES(1,1,'4eb8999baa77752869af8781081e277535c34060bac2c0791b75008c6935cf85','2026-05-01 06:00:00.000000','2026-05-08 06:00:00.000000',NULL,NULL,0);
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
INSERT INTO "reminder_channels" VALUES(2,'mail','gAAAAABrC1gJdJbmz9wlLauOU_dytSiiSFW7XYQaZ-ssMOiCVET29cL8EsINmnZL8yWpR9onrQJ6P1CxKbYVyADA1roL3hLRfw==','2026-05-01 06:00:00.000000',NULL,NULL,NULL,'');
INSERT INTO "reminder_channels" VALUES(2,'webhook','gAAAAABrC1gJV0o_ADAnXidEJmNw-1hyS6Tia11N61cWPnUQEyVvlYVJIF6MwqPCOqfx_VO67BY1pRSeTF_vLTOU7a3cCzz_Irkk9JHKKwkHSX6ejFd5gtw=','2026-05-01 06:00:00.000000',NULL,NULL,NULL,'');
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
INSERT INTO "reminder_messages" VALUES(1,2,'mail','2026-05-01','sent',1,'2026-05-01 06:00:00.000000','e18023098c00b1e3dd368e5ccfa116cdf13a86ace8e80be64a8e3ac2eb2fbf19');
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
INSERT INTO "reset_links" VALUES(1,2,'66d6467929dbd070d95fac3a51fa11ce427aa96463ff9129e1360c9bfd88cdf9','2026-05-01 06:00:00.000000','2026-05-02 06:00:00.000000',NULL,NULL);
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
INSERT INTO "shared_secrets" VALUES('signing key','0ff68d043386be033aad08bd26ff952a4d4ec95169b849da1405d99267511228');
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
INSERT INTO "shares" VALUES(1,2,3,'68e5343ed8a244ae7fb29493911fae4cd1a1443e6b658a2e1ad7a3aaa6e7a921','Dr Quillfeather',0,'2026-05-01 06:00:00.000000','2026-05-31 06:00:00.000000',NULL,0,NULL);
INSERT INTO "shares" VALUES(2,2,3,'959de8cc04f3ce67e743d2fa9f479e84b39b60bd94c26418cdf31838115e19fd','Dr Quillfeather',0,'2026-05-01 06:00:00.000000','2026-05-31 06:00:00.000000',NULL,1,'2026-05-01 06:00:00.000000');
INSERT INTO "shares" VALUES(3,2,3,'20997126f0fd78df51862fabfcea1177aad54c161eed045ac7fa9b124632dfdb','Dr Quillfeather',0,'2026-05-01 06:00:00.000000','2026-05-31 06:00:00.000000',NULL,1,NULL);
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
INSERT INTO "sign_ins" VALUES(1,2,'5b0dcdf1d9f96a5105df1a28b2c970fedcbce7318bd4c1ff6bf21409c442e761','a test','2026-05-01 06:00:00.000000','2026-05-01 06:00:00.000000',NULL,NULL);
INSERT INTO "sign_ins" VALUES(2,2,'0ebd2c3ff948a3d93c7a7f21d72df2c7967174b5ae42e2fa696107d1bc688dd7','a test','2026-05-01 06:00:00.000000','2026-05-01 06:00:00.000000',NULL,NULL);
INSERT INTO "sign_ins" VALUES(3,3,'e4cc77d69ae635b2541b2dc080f64427718740d4a9ae3181d1f9565fabe47aeb','a test','2026-05-01 06:00:00.000000','2026-05-01 06:00:00.000000',NULL,NULL);
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
CREATE INDEX ix_decisions_shown_account_id_episode_id_date ON decisions_shown (account_id, episode_id, date);
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
COMMIT;
