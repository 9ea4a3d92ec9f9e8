package de.kreiswerk.runtime.bench.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The raw loop: what imports write, written by plain JDBC. */
public final class RawImports implements AutoCloseable {

    private final RecordedImports recorded;
    private final RawNumbering numbering;
    private final List<RawWriter> writers = new ArrayList<>();
    private List<RecordedImports.Import> prepared = List.of();
    private int number;

    /**
     * Opens one connection for each writer and one for the numbers.
     *
     * @param database has the tables
     * @param recorded what is written
     * @param writers how many write at once
     * @throws SQLException when that is not possible
     */
    public RawImports(Database database, RecordedImports recorded, int writers) throws SQLException {
        this.recorded = recorded;
        for (int i = 0; i < writers; i++) {
            this.writers.add(new RawWriter(database));
        }
        this.numbering = new RawNumbering(database);
    }

    /**
     * Makes the rows of the next round, so that making them does not count.
     *
     * @param papers how many
     * @param first the number of the first
     */
    public void prepare(int papers, int first) {
        number = first;
        List<RecordedImports.Import> next = new ArrayList<>();
        for (int i = 0; i < papers; i++) {
            next.add(recorded.another(number++));
        }
        prepared = next;
    }

    /**
     * Writes one.
     *
     * @param writer who writes, from 0
     * @param piece which one of the round, from 0
     * @throws SQLException when the database refuses it
     */
    public void write(int writer, int piece) throws SQLException {
        writers.get(writer).write(prepared.get(piece));
    }

    @Override
    public void close() throws SQLException {
        numbering.close();
        for (RawWriter writer : writers) {
            writer.close();
        }
    }
}
