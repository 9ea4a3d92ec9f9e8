package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.audit.ErasureObjection;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.identity.api.Account;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Nobody is forgotten who can still sign in: all that they do would fail from then on. */
@Component(property = ErasureObjection.KEEPS_ACCOUNTS + ":Boolean=true")
public final class StillActing implements ErasureObjection {

    private final Transactions transactions;

    /**
     * Looks.
     *
     * @param transactions the database
     * @param schema the tables of this bundle
     */
    @Activate
    public StillActing(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.identity.service)") Schema schema) {
        this(transactions);
    }

    StillActing(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Text> to(String subject) {
        if (subject.equals(SignInService.NOBODY)) {
            return Optional.of(
                    new Text(
                            "Unter dieser Kennung stehen Versuche, sich anzumelden, von denen niemand weiß, wessen sie sind. Ohne sie ließe sich kein weiterer aufzeichnen, und niemand könnte sich anmelden.",
                            "Under this id are attempts to sign in of which nobody knows whose they are. Without it no other could be recorded, and nobody could sign in."));
        }
        return transactions.call(tx -> {
            Sql sql = new Sql(tx);
            if (sql.number(
                            "select count(*) from identity_account where id = ? and state <> ?",
                            subject,
                            Account.State.CLOSED.name())
                    > 0) {
                return Optional.of(
                        new Text(
                                "Zu dieser Person gehört ein Konto, das nicht geschlossen ist. Schließen Sie es zuerst; was sie danach täte, ließe sich nicht mehr aufzeichnen.",
                                "This person has an account that is not closed. Close it first; what they did afterwards could not be recorded any more."));
            }
            if (sql.number("select count(*) from identity_token where id = ? and revoked is null", subject) > 0) {
                return Optional.of(new Text(
                        "Diese Kennung gehört zu einem API-Schlüssel, der noch gilt. Widerrufen Sie ihn zuerst.",
                        "This id belongs to a token that is still valid. Revoke it first."));
            }
            return Optional.empty();
        });
    }
}
