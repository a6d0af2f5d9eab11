package io.sojourn.sessions.store;

import java.io.Closeable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The facts in one DuckDB file: many readers, one writer at a time, any thread. Only one process can have the file open.
 *
 * <p>Whatever is written goes through {@link #write}: appenders commit on their own unless a transaction was begun by
 * statement before and they are closed before it ends, so both happen here and nowhere else.
 */
public final class DuckFacts implements Facts, Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(DuckFacts.class);

    private final DuckDBConnection writer;

    /**
     * @param memoryMb how much memory the database may use, besides the heap
     * @throws FactsUnavailable if the file cannot be opened, for instance because another process has it open
     */
    public DuckFacts(Path file, int memoryMb, int threads) {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", memoryMb + "MB");
        settings.setProperty("threads", Integer.toString(threads));
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        try {
            writer = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file, settings);
        } catch (SQLException e) {
            throw new FactsUnavailable(e);
        }
    }

    @Override
    public <T> T read(Query<T> query) {
        try (Connection reader = writer.duplicate()) {
            return query.run(reader);
        } catch (SQLException e) {
            throw new FactsUnavailable(e);
        }
    }

    /** Writes all or nothing. */
    synchronized <T> T write(Transaction<T> work) {
        try (Statement statement = writer.createStatement()) {
            statement.execute("BEGIN TRANSACTION");
            try {
                T result = work.run(new Writing(writer));
                statement.execute("COMMIT");
                return result;
            } catch (SQLException | RuntimeException e) {
                rollback(statement, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new FactsUnavailable(e);
        }
    }

    private static void rollback(Statement statement, Exception cause) {
        try {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    interface Transaction<T> {
        T run(Writing facts) throws SQLException;
    }

    /** Puts rows into an open appender. */
    interface Rows {
        void into(DuckDBAppender rows) throws SQLException;
    }

    /** The open transaction. */
    record Writing(DuckDBConnection connection) {
        void execute(String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        void append(String table, Rows rows) throws SQLException {
            try (DuckDBAppender appender = connection.createAppender(table)) {
                rows.into(appender);
            }
        }

        void appendTemporary(String table, Rows rows) throws SQLException {
            try (DuckDBAppender appender = connection.createAppender("temp", "main", table)) {
                rows.into(appender);
            }
        }
    }

    @Override
    public synchronized void close() {
        try {
            writer.close();
        } catch (SQLException e) {
            LOG.warn("the facts did not close", e);
        }
    }
}
