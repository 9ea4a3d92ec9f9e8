package de.kreiswerk.deployment.web.signer;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.Signer;
import de.kreiswerk.deployment.api.Signers;
import de.kreiswerk.deployment.web.component.Places;
import de.kreiswerk.deployment.web.page.PageBasics;
import java.time.Instant;
import java.util.List;

/**
 * The keys.
 *
 * @param basics what every page shows
 * @param mayRegister whether the reader may register one anywhere
 * @param rows the keys
 */
public record SignerListView(PageBasics basics, boolean mayRegister, List<Row> rows) {

    /**
     * A key.
     *
     * @param signer the key
     * @param department what its department is called
     * @param state how it stands with it
     * @param look how that looks
     * @param concerned what still runs by its signature although it was revoked
     * @param revoke where it is revoked, null when the reader cannot do that
     */
    public record Row(
            Signer signer,
            String department,
            Text state,
            String look,
            List<Signers.Concerned> concerned,
            String revoke) {

        static Row of(
                Signer signer, String department, Instant now, List<Signers.Concerned> concerned, boolean mayRevoke) {
            String revoke = mayRevoke && signer.revoked() == null ? Places.SIGNERS + "/" + signer.id() : null;
            if (signer.revoked() != null) {
                return new Row(signer, department, SignerTexts.REVOKED, "danger", concerned, revoke);
            }
            if (signer.until() != null && !now.isBefore(signer.until())) {
                return new Row(signer, department, SignerTexts.EXPIRED, "warning", List.of(), revoke);
            }
            return now.isBefore(signer.from())
                    ? new Row(signer, department, SignerTexts.FUTURE, "info", List.of(), revoke)
                    : new Row(signer, department, SignerTexts.VALID, "success", List.of(), revoke);
        }
    }
}
