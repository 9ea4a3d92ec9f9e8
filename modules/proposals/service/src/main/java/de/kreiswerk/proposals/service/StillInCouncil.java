package de.kreiswerk.proposals.service;

import de.kreiswerk.core.api.audit.ErasureObjection;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.text.Text;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Nobody is forgotten whom the council's register names: as long as the law has the county name its members, it may (GDPR Art. 17 (3)
 * (b)), and no correction of their name could be recorded any more.
 */
@Component
public final class StillInCouncil implements ErasureObjection {

    private final Transactions transactions;

    /**
     * Looks.
     *
     * @param transactions the database
     * @param schema the tables of this bundle
     */
    @Activate
    public StillInCouncil(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.proposals.service)") Schema schema) {
        this(transactions);
    }

    StillInCouncil(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Text> to(String subject) {
        boolean isNamed = subject.indexOf('\0') < 0
                && transactions.call(tx -> tx.em(PersonEntity.class).find(PersonEntity.class, subject) != null);
        return isNamed
                ? Optional.of(
                        new Text(
                                "Diese Person steht mit Namen im Verzeichnis der Gremien. Solange sie dort stehen muss, bleibt auch, was der Prüfpfad über sie sagt. Danach löscht zuerst der Sitzungsdienst ihren Eintrag.",
                                "The register of the council names this person. As long as it has to, what the trail says of them stays, too. Then the council office deletes their entry first."))
                : Optional.empty();
    }
}
