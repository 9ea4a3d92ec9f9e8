package de.kreiswerk.proposals.service;

import jakarta.persistence.EntityManager;

/** The addresses of meetings' pages: the day and the committee. */
final class MeetingSlugs {

    /** Gives a meeting the address of its day, with a number behind it when another meeting had that one at any time. */
    void settle(EntityManager em, MeetingEntity meeting, OrganizationEntity organization) {
        String day = Consultations.day(meeting) + "-";
        if (meeting.slug != null && meeting.slug.startsWith(day)) {
            return;
        }
        String wanted = day + References.slug(organization.name);
        String slug = wanted;
        MeetingSlugEntity known = em.find(MeetingSlugEntity.class, slug);
        for (int i = 2; known != null && !known.meetingId.equals(meeting.id); i++) {
            slug = wanted + "-" + i;
            known = em.find(MeetingSlugEntity.class, slug);
        }
        if (known == null) {
            MeetingSlugEntity kept = new MeetingSlugEntity();
            kept.slug = slug;
            kept.meetingId = meeting.id;
            em.persist(kept);
        }
        meeting.slug = slug;
    }
}
