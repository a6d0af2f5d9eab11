package io.sojourn.sessions.store;

import java.sql.SQLException;
import java.util.List;

/** The tables that say what is kept and where. They stand in the facts database so that one transaction can hold both. */
final class IndexSchema {
    private static final List<String> TABLES = List.of(
            """
            CREATE TABLE IF NOT EXISTS kept_session(
                site INTEGER, session UUID, first_received BIGINT, last_received BIGINT, least_delay BIGINT,
                analysis_bytes BIGINT, analysis_events INTEGER, analysis_batches INTEGER, analysis_capped INTEGER,
                playback_bytes BIGINT, playback_events INTEGER, playback_batches INTEGER, playback_capped INTEGER,
                ended BOOLEAN, revision BIGINT, derived_revision BIGINT)""",
            """
            CREATE TABLE IF NOT EXISTS block(
                site INTEGER, session UUID, lane INTEGER, segment BIGINT, start BIGINT, length INTEGER, batches BLOB)""",
            """
            CREATE TABLE IF NOT EXISTS follower(
                log_id VARCHAR, log_index BIGINT, log_crc INTEGER, next_segment BIGINT, rules_version INTEGER)""",
            """
            CREATE TABLE IF NOT EXISTS set_aside(
                site INTEGER, received_at BIGINT, log_id VARCHAR, log_index BIGINT, reason VARCHAR, size INTEGER,
                record BLOB)""",
            "CREATE TABLE IF NOT EXISTS session_visitor(site INTEGER, session UUID, visitor UUID)",
            "CREATE TABLE IF NOT EXISTS suppressed(hash UUID, erased_at BIGINT)",
            "CREATE TABLE IF NOT EXISTS suppression_key(key BLOB)",
            "CREATE TABLE IF NOT EXISTS segment_rewrite(lane INTEGER, segment BIGINT)",
            "CREATE TABLE IF NOT EXISTS facts_rewrite(since BIGINT)",
            "CREATE TABLE IF NOT EXISTS notice(noticed_at BIGINT, sentence VARCHAR)",
            "CREATE TEMP TABLE IF NOT EXISTS new_visitor(site INTEGER, session UUID, visitor UUID)",
            "CREATE TEMP TABLE IF NOT EXISTS wanted(site INTEGER, session UUID)",
            """
            CREATE TEMP TABLE IF NOT EXISTS moved(
                lane INTEGER, segment BIGINT, start BIGINT, new_segment BIGINT, new_start BIGINT)""",
            "CREATE TEMP TABLE IF NOT EXISTS derived(site INTEGER, session UUID, revision BIGINT)");

    private IndexSchema() {}

    static void create(DuckFacts facts) {
        facts.prepare(writing -> {
            for (String table : TABLES) {
                writing.execute(table);
            }
            ServerFacts.create(writing);
            writing.execute("INSERT INTO follower SELECT NULL, 0, 0, 1, 0 WHERE NOT EXISTS (SELECT 1 FROM follower)");
            return true;
        });
    }

    static void clear(DuckFacts.Writing writing, String temporaryTable) throws SQLException {
        writing.execute("DELETE FROM temp.main." + temporaryTable);
    }
}
