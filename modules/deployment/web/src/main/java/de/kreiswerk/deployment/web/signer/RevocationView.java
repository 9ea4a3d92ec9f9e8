package de.kreiswerk.deployment.web.signer;

import de.kreiswerk.core.formkit.Field;
import de.kreiswerk.deployment.api.Signer;
import de.kreiswerk.deployment.api.Signers;
import de.kreiswerk.deployment.web.page.PageBasics;
import java.util.List;

/**
 * Asks before a key is revoked.
 *
 * @param basics what every page shows
 * @param signer the key
 * @param department what its department is called
 * @param concerned what runs by its signature
 * @param reason what stands in the form
 */
public record RevocationView(
        PageBasics basics, Signer signer, String department, List<Signers.Concerned> concerned, Field reason) {}
