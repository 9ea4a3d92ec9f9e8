package de.kreiswerk.proposals.service;

import static de.kreiswerk.proposals.service.Councils.organization;
import static de.kreiswerk.proposals.service.Councils.refused;
import static de.kreiswerk.proposals.service.TestPlatform.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.identity.DepartmentDirectory;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.proposals.api.CouncilOffice.OrganizationEntry;
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.runtime.testing.AtOnce;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A department and the organization that papers name are one. */
class DepartmentOrganizationsTest {

    private static final String ID = UUID.randomUUID().toString();

    private static DepartmentOrganizations follower(TestPlatform platform) {
        return new DepartmentOrganizations(
                platform.database.transactions, platform.trail, platform.publication, Clock.systemUTC());
    }

    private static DepartmentDirectory.Entry department(String id, String shortName, String name) {
        return new DepartmentDirectory.Entry(id, shortName, name, LocalDate.of(2020, 1, 1), null);
    }

    private static String organizationOf(TestPlatform platform, Paper paper) {
        return platform.publicPaper(paper).get("underDirectionOfOrganization").textValue();
    }

    private static Paper paper(TestPlatform platform, String words, String lead) {
        return platform.published(words, Documents.of("2026/" + words).ledBy(lead));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatAPaperNamedBeforeBecomesTheDepartment(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = paper(platform, "101", "Fachdienst Umwelt");
            String path = organizationOf(platform, paper);

            follower(platform).changed(department(ID, "FD 61", "Fachdienst Umwelt"));

            assertThat(platform.publicContent(path)
                            .orElseThrow()
                            .at("/shortName")
                            .textValue())
                    .isEqualTo("FD 61");
            assertThat(organizationOf(platform, paper(platform, "102", "Fachdienst Umwelt")))
                    .isEqualTo(path);
            assertThat(organizationOf(platform, paper(platform, "103", "FD 61")))
                    .as("by its short name")
                    .isEqualTo(path);
            PublicWorld.of(platform).mustBeWhole();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aDepartmentIsPublicWhenAPaperNamesItAndFollowsItsNames(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            DepartmentOrganizations follower = follower(platform);
            follower.changed(department(ID, "FD 61", "Fachdienst Umwelt"));
            assertThat(platform.database.number("select count(*) from public_object where type = 'Organization'"))
                    .isZero();

            String path = organizationOf(platform, paper(platform, "101", "Fachdienst Umwelt"));
            follower.changed(department(ID, "FD 61", "Fachdienst Umwelt und Klima"));
            assertThat(platform.publicContent(path).orElseThrow().at("/name").textValue())
                    .isEqualTo("Fachdienst Umwelt und Klima");
            assertThat(organizationOf(platform, paper(platform, "102", "Fachdienst Umwelt und Klima")))
                    .isEqualTo(path);

            long records = platform.records.size();
            follower.changed(department(ID, "FD 61", "Fachdienst Umwelt und Klima"));
            assertThat(platform.records).as("what is the same changes nothing").hasSize((int) records);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void twoNodesThatHearTheSameAtOnceWriteItOnce(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            for (int round = 0; round < 10; round++) {
                DepartmentDirectory.Entry renamed = department(ID, "FD 61", "Fachdienst Umwelt " + round);

                AtOnce.run(2, node -> {
                    follower(platform).changed(renamed);
                    return node;
                });

                assertThat(platform.actions())
                        .as("round %s", round)
                        .hasSize(round + 1)
                        .containsOnly("organization.followed");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoComesLaterCatchesUp(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            String path = organizationOf(platform, paper(platform, "101", "Fachdienst Umwelt"));

            new DepartmentsCatchUp(
                    () -> List.of(
                            department(ID, "FD 61", "Fachdienst Umwelt"),
                            department(UUID.randomUUID().toString(), "FD 62", "Fachdienst Bauen")),
                    follower(platform));

            assertThat(platform.publicContent(path)
                            .orElseThrow()
                            .at("/shortName")
                            .textValue())
                    .isEqualTo("FD 61");
            assertThat(platform.database.number("select count(*) from organization where department_id is not null"))
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aCommitteeOfTheSameNameStaysACommittee(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            String committee = organization(platform, "Umwelt", "Gremium").id();
            DepartmentOrganizations follower = follower(platform);

            follower.changed(department(ID, "FD 61", "Umwelt"));
            assertThat(platform.database.number(
                            "select count(*) from organization where name = 'FD 61' and department_id = '" + ID + "'"))
                    .isEqualTo(1);
            follower.changed(department(ID, "FD 61", "Umwelt"));
            organization(platform, "Bauen", "Gremium");
            follower.changed(department(UUID.randomUUID().toString(), "Umwelt", "Bauen"));

            assertThat(platform.database.number("select count(*) from organization"))
                    .isEqualTo(3);
            assertThat(platform.publicContent("/organization/" + committee)
                            .orElseThrow()
                            .get("organizationType")
                            .textValue())
                    .isEqualTo("Gremium");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theCouncilOfficeDoesNotChangeADepartment(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            follower(platform).changed(department(ID, "FD 61", "Fachdienst Umwelt"));
            String id =
                    organizationOf(platform, paper(platform, "101", "FD 61")).replace("/organization/", "");
            OrganizationEntry entry = new OrganizationEntry("Anders", null, null, "Gremium", null, null);

            assertThat(refused(() -> platform.office.changeOrganization(OPERATOR, id, entry, null))
                            .code())
                    .isEqualTo("organization-is-department");
            assertThat(refused(() -> platform.office.removeOrganization(OPERATOR, id, null))
                            .code())
                    .isEqualTo("organization-is-department");
            assertThat(refused(() -> organization(platform, "Fachdienst Umwelt", "Gremium"))
                            .code())
                    .isEqualTo("organization-is-department");
        }
    }
}
