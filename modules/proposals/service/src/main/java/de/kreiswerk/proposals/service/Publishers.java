package de.kreiswerk.proposals.service;

import de.kreiswerk.core.api.publication.Publication;

/** How the parts that publish are put together. */
final class Publishers {

    private final Organizations organizations = new Organizations();
    private final Consultations consultations = new Consultations();
    private final Places places = new Places();
    private final CouncilPublisher council;
    private final MeetingPublisher meetings;
    private final PaperPublisher papers;

    Publishers(Publication publication, Json json) {
        Snapshots snapshots = new Snapshots(publication);
        Bodies bodies = new Bodies();
        this.council = new CouncilPublisher(snapshots, bodies, json);
        this.meetings = new MeetingPublisher(snapshots, council, places);
        this.papers = new PaperPublisher(snapshots, bodies, organizations, consultations, council, meetings);
    }

    Organizations organizations() {
        return organizations;
    }

    Consultations consultations() {
        return consultations;
    }

    Places places() {
        return places;
    }

    CouncilPublisher council() {
        return council;
    }

    MeetingPublisher meetings() {
        return meetings;
    }

    PaperPublisher papers() {
        return papers;
    }
}
