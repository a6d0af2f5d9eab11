-- Every version of a site's rules, so that it can be said by which a number was made. The body is one JSON document.
CREATE TABLE site_rules (
    site_id INTEGER NOT NULL REFERENCES site (id),
    version INTEGER NOT NULL,
    changed_at BIGINT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (site_id, version)
);
