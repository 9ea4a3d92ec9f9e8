package de.kreiswerk.deployment.web.component;

import de.kreiswerk.core.formkit.Field;
import de.kreiswerk.deployment.api.Belongings;
import de.kreiswerk.deployment.api.Finding;
import de.kreiswerk.deployment.api.Plan;
import de.kreiswerk.deployment.web.page.PageBasics;
import java.util.List;

/**
 * Asks before something is done.
 *
 * @param basics what every page shows
 * @param title what it is about
 * @param component what the component is called
 * @param back where the component is
 * @param sentences what comes of it
 * @param findings what is approved by it, empty when nothing is
 * @param plan what happens, null when there is nothing to plan
 * @param lost what goes for good, null when nothing does
 * @param typed the field in which the component's name is to be typed, null where that is not asked
 * @param otherwise what else could be done, null when nothing
 * @param obstacles why it cannot be done, a sentence each; empty when it can
 * @param underWay where the switch is that is under way, null when none is
 * @param action where the answer goes
 * @param revision what is to run as the reader sees it
 * @param button the answer
 */
public record ConfirmView(
        PageBasics basics,
        String title,
        String component,
        String back,
        List<String> sentences,
        List<Finding> findings,
        Plan plan,
        Belongings lost,
        Field typed,
        Otherwise otherwise,
        List<String> obstacles,
        String underWay,
        String action,
        long revision,
        String button) {

    /**
     * Something else that could be done.
     *
     * @param words what
     * @param address where that is asked
     */
    public record Otherwise(String words, String address) {}
}
