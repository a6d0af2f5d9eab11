package io.sojourn.sites.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;

/** The owners' database and its few verbs. Any thread. Closing gives the file back. */
public final class Database implements AutoCloseable {
    /**
     * A commit is in the file before it returns, and nothing in the file is written over. Without the first, H2 writes some
     * time later on its own thread. Without the second, it puts new data into gaps once the old is 45 seconds old, and after a
     * process was killed it does not always find the newest there: it then opens an older state, or none.
     */
    private static final String KEEPING = ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;REUSE_SPACE=FALSE";

    private final DataSource source;
    private final Runnable close;

    private Database(DataSource source, Runnable close) {
        this.source = source;
        this.close = close;
    }

    /**
     * An H2 database in one file, brought to the newest version. What was committed outlives the killing of this process; the
     * file is handed to the system without waiting for the disk, so a power cut may take the last changes.
     */
    public static Database inFile(Path file) {
        JdbcConnectionPool pool =
                JdbcConnectionPool.create("jdbc:h2:file:" + file.toAbsolutePath() + KEEPING, "sojourn", "");
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:io/sojourn/sites/store")
                // Each part of the product counts in a range of its own, so a new number may be lower than one applied
                // already.
                .outOfOrder(true)
                .load()
                .migrate();
        return new Database(pool, pool::dispose);
    }

    <T> List<T> list(String sql, Row<T> row, @Nullable Object... arguments) {
        return with(sql, arguments, statement -> {
            List<T> rows = new ArrayList<>();
            try (ResultSet results = statement.executeQuery()) {
                while (results.next()) {
                    rows.add(row.read(results));
                }
            }
            return rows;
        });
    }

    int update(String sql, @Nullable Object... arguments) {
        return with(sql, arguments, PreparedStatement::executeUpdate);
    }

    /** Everything in {@code work} or nothing of it. */
    <T> T transaction(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.run(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException trouble) {
                connection.rollback();
                throw trouble;
            }
        } catch (SQLException trouble) {
            throw new DatabaseTrouble(trouble);
        }
    }

    private <T> T with(String sql, @Nullable Object[] arguments, Statement<T> use) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            return use.run(statement);
        } catch (SQLException trouble) {
            throw new DatabaseTrouble(trouble);
        }
    }

    @Override
    public void close() {
        close.run();
    }

    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    private interface Statement<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    /** Weather: the database would not. */
    public static final class DatabaseTrouble extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DatabaseTrouble(SQLException cause) {
            super("the owners' database would not: " + cause.getMessage(), cause);
        }
    }
}
