package de.kreiswerk.deployment.web.signer;

import de.kreiswerk.core.formkit.Field;
import de.kreiswerk.core.formkit.Option;
import de.kreiswerk.deployment.web.page.PageBasics;
import java.util.List;

/**
 * The form for a key.
 *
 * @param basics what every page shows
 * @param department whose it is
 * @param departments whose it can be
 * @param label what stands in the form
 * @param key what stands in the form
 * @param from what stands in the form
 * @param until what stands in the form
 */
public record SignerFormView(
        PageBasics basics,
        Field department,
        List<Option> departments,
        Field label,
        Field key,
        Field from,
        Field until) {}
