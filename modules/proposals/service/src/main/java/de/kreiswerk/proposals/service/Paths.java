package de.kreiswerk.proposals.service;

/** The lasting paths of public objects, and the addresses of their pages. */
final class Paths {

    private Paths() {}

    static String body(String id) {
        return "/body/" + id;
    }

    static String legislativeTerm(String id) {
        return "/legislativeTerm/" + id;
    }

    static String organization(String id) {
        return "/organization/" + id;
    }

    static String person(String id) {
        return "/person/" + id;
    }

    static String membership(String id) {
        return "/membership/" + id;
    }

    static String location(String id) {
        return "/location/" + id;
    }

    static String meeting(String id) {
        return "/meeting/" + id;
    }

    static String agendaItem(String id) {
        return "/agendaItem/" + id;
    }

    static String paper(String id) {
        return "/paper/" + id;
    }

    static String paperVersion(String paperId, int number) {
        return "/paperVersion/" + paperId + "/" + number;
    }

    static String consultation(String id) {
        return "/consultation/" + id;
    }

    static String file(String id) {
        return "/file/" + id;
    }

    static String paperPage(PaperEntity paper) {
        return "/vorlagen/" + paper.slug;
    }

    static String meetingPage(MeetingEntity meeting) {
        return "/sitzungen/" + meeting.slug;
    }
}
