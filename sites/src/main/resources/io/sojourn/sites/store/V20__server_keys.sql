-- What a site's own server shows when it sends events. Only a hash of the key is kept.
CREATE TABLE server_key (
  site_id    INTEGER     NOT NULL PRIMARY KEY REFERENCES site (id),
  key_hash   VARCHAR(64) NOT NULL UNIQUE,
  created_at BIGINT      NOT NULL
);
