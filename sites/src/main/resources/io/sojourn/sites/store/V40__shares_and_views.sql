-- A link to a moment of a visit. Only a hash of its token is kept.
CREATE TABLE share (
  id         VARCHAR(32)  NOT NULL PRIMARY KEY,
  site_id    INTEGER      NOT NULL REFERENCES site (id),
  session    VARCHAR(32)  NOT NULL,
  at_ms      BIGINT       NOT NULL,
  created_by VARCHAR(320) NOT NULL,
  created_at BIGINT       NOT NULL,
  expires_at BIGINT       NOT NULL,
  token_hash VARCHAR(64)  NOT NULL UNIQUE
);

CREATE INDEX share_of_session ON share (site_id, session);

-- Who looked at which visit.
CREATE TABLE session_view (
  site_id   INTEGER      NOT NULL REFERENCES site (id),
  session   VARCHAR(32)  NOT NULL,
  viewed_at BIGINT       NOT NULL,
  who       VARCHAR(400) NOT NULL,
  how       VARCHAR(20)  NOT NULL
);

CREATE INDEX view_of_session ON session_view (site_id, session, viewed_at);
