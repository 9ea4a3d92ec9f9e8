package de.kreiswerk.proposals.service;

import de.kreiswerk.core.api.identity.Seats;
import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Who has a seat where on a day. A membership holds from its first day to its last; without a last day it ends with the legislative
 * term in which it began. The organization must be there on that day, and departments have no seats.
 */
@Component
public final class SeatsService implements Seats {

    private static final String SQL = """
            select distinct m.organization_id from membership m join organization o on o.id = m.organization_id
            where m.person_id = ? and o.organization_type <> 'Verwaltungsbereich'
            and (m.start_date is null or m.start_date <= ?) and (m.end_date is null or m.end_date >= ?)
            and (o.start_date is null or o.start_date <= ?) and (o.end_date is null or o.end_date >= ?)
            and not (m.end_date is null and m.start_date is not null and exists (select 1 from legislative_term t
                where t.start_date <= m.start_date and t.end_date >= m.start_date and t.end_date < ?))""";

    private final Transactions transactions;

    @Activate
    public SeatsService(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.proposals.service)") Schema schema) {
        this(transactions);
    }

    SeatsService(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<String> name(String person) {
        return person.indexOf('\0') >= 0
                ? Optional.empty()
                : transactions.call(
                        tx -> Optional.ofNullable(tx.em(PersonEntity.class).find(PersonEntity.class, person))
                                .map(CouncilPublisher::name));
    }

    @Override
    public Set<String> of(String person, LocalDate day) {
        return person.indexOf('\0') >= 0 ? Set.of() : transactions.call(tx -> of(tx, person, day));
    }

    private static Set<String> of(Transaction tx, String person, LocalDate day) {
        try (PreparedStatement select = tx.connection().prepareStatement(SQL)) {
            select.setString(1, person);
            for (int parameter = 2; parameter <= 6; parameter++) {
                select.setObject(parameter, day);
            }
            try (ResultSet row = select.executeQuery()) {
                Set<String> organizations = new HashSet<>();
                while (row.next()) {
                    organizations.add(row.getString(1));
                }
                return organizations;
            }
        } catch (SQLException e) {
            throw new PersistenceFailure("Seats cannot be looked up: " + e.getMessage(), e);
        }
    }
}
