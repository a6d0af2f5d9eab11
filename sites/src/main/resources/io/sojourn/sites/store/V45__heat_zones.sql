-- SQL that H2 and PostgreSQL both take.

-- Parts of pages that owners want judged as one; elements are keys with a space between.
CREATE TABLE heat_zone (
  id         VARCHAR(32)   NOT NULL PRIMARY KEY,
  site_id    INTEGER       NOT NULL REFERENCES site (id),
  page       VARCHAR(512)  NOT NULL,
  name       VARCHAR(120)  NOT NULL,
  elements   VARCHAR(9000) NOT NULL
);
CREATE INDEX heat_zone_by_page ON heat_zone (site_id, page);
