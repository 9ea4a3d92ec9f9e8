package de.kreiswerk.deployment.web.component;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.formkit.Field;
import de.kreiswerk.deployment.api.Belongings;
import de.kreiswerk.deployment.api.Component;
import de.kreiswerk.deployment.api.Finding;
import de.kreiswerk.deployment.api.Plan;
import de.kreiswerk.deployment.web.page.PageBasics;
import de.kreiswerk.deployment.web.page.Visit;
import java.util.ArrayList;
import java.util.List;

/** Puts together what a reader must know before they confirm, and what speaks against it. */
final class Question {

    private final Visit visit;
    private final PageBasics basics;
    private final Component component;
    private final Text title;
    private final List<String> sentences = new ArrayList<>();
    private final List<String> obstacles = new ArrayList<>();
    private List<Finding> findings = List.of();
    private Plan plan;
    private Belongings lost;
    private Field typed;
    private ConfirmView.Otherwise otherwise;

    Question(Visit visit, PageBasics basics, Component component, Text title) {
        this.visit = visit;
        this.basics = basics;
        this.component = component;
        this.title = title;
    }

    Question says(Text... words) {
        for (Text text : words) {
            sentences.add(visit.in(text));
        }
        return this;
    }

    Question approves(List<Finding> what) {
        findings = what;
        return this;
    }

    /** Null where there is nothing to plan. */
    Question plans(Plan what) {
        plan = what;
        if (what != null) {
            what.refusals().forEach(this::speaksAgainst);
        }
        return this;
    }

    /** What goes for good; the component's name has to be typed for it. */
    Question loses(Belongings what, String field) {
        lost = what;
        what.refusals().forEach(this::speaksAgainst);
        typed = basics.field(visit, field, null);
        return this;
    }

    /** For who may do that. */
    Question orElse(Text words, String address, String permission) {
        if (visit.caller().may(permission, component.department())) {
            otherwise = new ConfirmView.Otherwise(visit.in(words), address);
        }
        return this;
    }

    Question needs(String permission) {
        if (!visit.caller().may(permission, component.department())) {
            speaksAgainst(ComponentTexts.NOT_ALLOWED);
        }
        return this;
    }

    Question speaksAgainst(Text words) {
        obstacles.add(visit.in(words));
        return this;
    }

    ConfirmView asks(String action, Text button) {
        return new ConfirmView(
                basics,
                // Among many tabs, or in the history, what is to be done alone does not say to what.
                visit.in(component.title()) + ": " + visit.in(title),
                visit.in(component.title()),
                Places.component(component.name()),
                sentences,
                findings,
                plan,
                lost,
                typed,
                otherwise,
                obstacles,
                component.switching() == null
                        ? null
                        : Places.of(component.name(), Places.PROGRESS, component.switching()),
                action,
                component.revision(),
                visit.in(button));
    }
}
