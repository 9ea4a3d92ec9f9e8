package de.kreiswerk.core.web.pages;

import de.kreiswerk.core.api.county.County;
import de.kreiswerk.core.api.web.Pages;
import java.util.List;
import java.util.Locale;

/**
 * What the frame shows around the content.
 *
 * @param language the language of page and frame
 * @param title the page's title
 * @param county the county
 * @param logo the address of its logo, null for the built-in mark
 * @param navigation the entries of the navigation
 * @param legal the links that the law asks for, as far as they are configured
 * @param indexed whether search engines may keep the page
 * @param alternates the same page in other forms
 * @param assets where styles and icons are
 * @param content the content of the main element as HTML
 */
record Frame(
        Locale language,
        String title,
        County county,
        String logo,
        List<Link> navigation,
        List<Link> legal,
        boolean indexed,
        List<Pages.Alternate> alternates,
        Assets assets,
        String content) {}
