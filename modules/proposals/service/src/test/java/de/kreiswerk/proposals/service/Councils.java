package de.kreiswerk.proposals.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.proposals.api.Council;
import de.kreiswerk.proposals.api.CouncilOffice.OrganizationEntry;
import java.time.Instant;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What tests of the council have in common. */
final class Councils {

    static final LocalDate PLANNED = Documents.PLANNED;
    /** 16:00 in Germany on the planned day. */
    static final Instant ON_THE_DAY = Instant.parse("2026-06-10T14:00:00Z");

    static final Instant A_WEEK_LATER = Instant.parse("2026-06-17T14:00:00Z");

    private Councils() {}

    static String committee(TestPlatform platform, String name) {
        return platform.office
                .ensureOrganization(TestPlatform.OPERATOR, name, null)
                .id();
    }

    static Council.Organization organization(TestPlatform platform, String name, String type) {
        return platform.office.addOrganization(
                TestPlatform.OPERATOR, new OrganizationEntry(name, null, null, type, null, null));
    }

    static Council.Meeting schedule(TestPlatform platform, Meetings meeting) {
        return platform.office.schedule(TestPlatform.OPERATOR, meeting.entry());
    }

    static Problem refused(ThrowingCallable work) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, work);
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.problem().detail().german()).isNotBlank();
        assertThat(refusal.problem().detail().english()).isNotBlank();
        return refusal.problem();
    }
}
