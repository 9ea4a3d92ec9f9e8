package de.kreiswerk.proposals.web.meetings;

import de.kreiswerk.proposals.web.view.Rendering;

/** The templates of these pages. */
final class Templates {

    private Templates() {}

    static String list(MeetingListView view) {
        return Rendering.of(output -> JtelistGenerated.render(output, null, view));
    }

    static String meeting(MeetingView view) {
        return Rendering.of(output -> JtemeetingGenerated.render(output, null, view));
    }
}
