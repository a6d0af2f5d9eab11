package io.sojourn.sessions.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
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

    private final Path file;
    private final Properties settings = new Properties();
    private final List<Transaction<?>> preparations = new ArrayList<>();
    /** Held shared by who reads, alone while the file is changed for another. */
    private final ReadWriteLock using = new ReentrantReadWriteLock();

    private DuckDBConnection writer;

    /**
     * @param memoryMb how much memory the database may use, besides the heap
     * @throws FactsUnavailable if the file cannot be opened, for instance because another process has it open
     */
    public DuckFacts(Path file, int memoryMb, int threads) {
        this.file = file;
        settings.setProperty("memory_limit", memoryMb + "MB");
        settings.setProperty("threads", Integer.toString(threads));
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        try {
            deleteFresh();
            writer = connect();
        } catch (SQLException e) {
            throw new FactsUnavailable(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DuckDBConnection connect() throws SQLException {
        return (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file, settings);
    }

    private Path fresh() {
        return beside(".fresh");
    }

    private Path beside(String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    /** What a crash in the middle of a rewrite left behind. */
    private void deleteFresh() throws IOException {
        Files.deleteIfExists(fresh());
        Files.deleteIfExists(beside(".fresh.wal"));
    }

    @Override
    public <T> T read(Query<T> query) {
        using.readLock().lock();
        try (Connection reader = writer.duplicate()) {
            return query.run(reader);
        } catch (SQLException e) {
            throw new FactsUnavailable(e);
        } finally {
            using.readLock().unlock();
        }
    }

    /** Writes what must stand before anything else is asked, temporary tables above all: now, and after each rewrite. */
    synchronized void prepare(Transaction<?> work) {
        preparations.add(work);
        write(work);
    }

    /**
     * Copies everything into a new file and goes on with that. Deleted rows leave their bytes in the old one for as long as it
     * stands. Reading goes on meanwhile and only waits for the change of files; a crash leaves one of the two, whole.
     */
    synchronized void rewrite() {
        try {
            deleteFresh();
            copyTo(fresh());
            using.writeLock().lock();
            try {
                changeFor(fresh());
            } finally {
                using.writeLock().unlock();
            }
        } catch (SQLException e) {
            throw new FactsUnavailable(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copyTo(Path fresh) throws SQLException {
        try (Statement statement = writer.createStatement()) {
            ResultSet row = statement.executeQuery("SELECT current_database()");
            row.next();
            String name = row.getString(1);
            statement.execute("ATTACH '" + fresh.toString().replace("'", "''") + "' AS fresh");
            try {
                statement.execute("COPY FROM DATABASE \"" + name + "\" TO fresh");
            } finally {
                statement.execute("DETACH fresh");
            }
        }
    }

    /** Closing takes up the write-ahead log; were one left, it would be applied to the wrong file. */
    private void changeFor(Path fresh) throws SQLException, IOException {
        writer.close();
        try {
            if (Files.exists(beside(".wal"))) {
                throw new IOException("the write-ahead log of " + file.getFileName() + " was not taken up");
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            writer = connect();
            preparations.forEach(this::write);
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
