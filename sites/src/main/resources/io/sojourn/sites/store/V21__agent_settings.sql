-- What an owner decides about the agent in a site's pages. The body is one JSON document.
CREATE TABLE agent_settings (
    site_id INTEGER NOT NULL PRIMARY KEY REFERENCES site (id),
    changed_at BIGINT NOT NULL,
    body TEXT NOT NULL
);
