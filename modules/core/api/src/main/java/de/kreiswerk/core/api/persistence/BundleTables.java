package de.kreiswerk.core.api.persistence;

import java.util.Collection;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What bundles made in the database by their migrations (see {@link Schema}), so that it can go with them for good. A bundle made what
 * its scripts create and what was not there when they ran first; what was there already is not its own, whatever its scripts say.
 */
@ProviderType
public interface BundleTables {

    /**
     * What some bundles made and is there.
     *
     * @param bundles their symbolic names
     * @return the tables, and who of others relies on them
     */
    Contents of(Collection<String> bundles);

    /**
     * Takes away all that some bundles made: tables, views, sequences, and the memory of which of their scripts ran. None of the
     * bundles may be at work. Can be repeated when it was cut off.
     *
     * <p>In the caller's transaction, if there is one, as far as the database does such things in transactions: H2 does not, it
     * commits with each step what was done before; and PostgreSQL with an owner's role does it in a transaction of the owner, which has
     * ended when this returns. So whoever wants both to hold together calls this first and does the rest, which
     * counts, afterwards.
     *
     * @param bundles their symbolic names
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind CONFLICT, code {@code tables-in-use}, when something of others
     *     relies on what would go
     */
    void drop(Collection<String> bundles);

    /**
     * What bundles made.
     *
     * @param tables by name
     * @param dependants what others made and refers to them
     */
    record Contents(List<Table> tables, List<Dependant> dependants) {

        /** Copies the lists. */
        public Contents {
            tables = List.copyOf(tables);
            dependants = List.copyOf(dependants);
        }
    }

    /**
     * A table.
     *
     * @param name in lower case
     * @param rows how many it has
     */
    record Table(String name, long rows) {}

    /**
     * A foreign key.
     *
     * @param table the table that others made
     * @param target the table that it refers to
     */
    record Dependant(String table, String target) {}
}
