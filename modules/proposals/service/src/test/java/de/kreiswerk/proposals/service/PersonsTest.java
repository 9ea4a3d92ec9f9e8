package de.kreiswerk.proposals.service;

import static de.kreiswerk.proposals.service.Councils.organization;
import static de.kreiswerk.proposals.service.Councils.refused;
import static de.kreiswerk.proposals.service.TestPlatform.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.county.County;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.publication.PublicQuery;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.proposals.api.Council;
import de.kreiswerk.proposals.api.CouncilOffice.LegislativeTermEntry;
import de.kreiswerk.proposals.api.CouncilOffice.MembershipEntry;
import de.kreiswerk.proposals.api.CouncilOffice.OrganizationEntry;
import de.kreiswerk.proposals.api.CouncilOffice.PersonEntry;
import de.kreiswerk.proposals.api.Visibility;
import de.kreiswerk.runtime.testing.AtOnce;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Organizations, persons, terms and the body. */
class PersonsTest {

    private static final String CANARY = "Kanarienvogel";

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoHoldsAPublicOfficeIsPublicWithIt(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Council.Organization kreistag = organization(platform, "Kreistag", "Gremium");
            Council.Organization group = organization(platform, "Fraktion A", "Fraktion");
            Council.Person person = person(platform, "Muster", "Clara", "Dr.");
            assertThat(platform.isPublic("/person/" + person.id())).isFalse();

            Council.Membership membership = platform.office.addMembership(
                    OPERATOR,
                    new MembershipEntry(
                            person.id(), kreistag.id(), "Vorsitz", true, LocalDate.of(2026, 11, 1), null, group.id()));

            JsonNode content = platform.publicContent("/person/" + person.id()).orElseThrow();
            assertThat(content.get("name").textValue()).isEqualTo("Dr. Clara Muster");
            assertThat(content.get("familyName").textValue()).isEqualTo("Muster");
            assertThat(content.at("/title/0").textValue()).isEqualTo("Dr.");
            assertThat(content.at("/membership/0/role").textValue()).isEqualTo("Vorsitz");
            assertThat(content.at("/membership/0/votingRight").booleanValue()).isTrue();
            assertThat(content.at("/membership/0/onBehalfOf").textValue()).isEqualTo("/organization/" + group.id());
            assertThat(platform.publicContent("/organization/" + kreistag.id())
                            .orElseThrow()
                            .at("/membership/0")
                            .textValue())
                    .isEqualTo("/membership/" + membership.id());
            PublicWorld.of(platform).mustBeWhole();

            platform.office.removeMembership(OPERATOR, membership.id(), null);
            assertThat(platform.publication
                            .find("/person/" + person.id())
                            .orElseThrow()
                            .deleted())
                    .isTrue();
            assertThat(platform.publication
                            .find("/membership/" + membership.id())
                            .orElseThrow()
                            .deleted())
                    .isTrue();
            PublicWorld.of(platform).mustBeWhole().mustNotHold("Muster");
        }
    }

    /** Who keeps a copy asks for what changed since the last time: nothing may become public in the past. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatAMembershipMakesPublicBeginsThen(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            platform.take(
                    "draft", Documents.of("2026/1").consulted(Documents.row("Fraktion B", null, Visibility.PUBLIC)));
            String faction = named(platform, "Fraktion B");
            Council.Organization kreistag = organization(platform, "Kreistag", "Gremium");
            Council.Person person = person(platform, "Muster", "Clara");
            Council.Membership membership = platform.office.addMembership(
                    OPERATOR, new MembershipEntry(person.id(), kreistag.id(), null, null, null, null, null));
            assertThat(platform.isPublic("/organization/" + faction)).isFalse();

            Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            platform.office.changeMembership(
                    OPERATOR, membership.id(), new MembershipEntry(null, null, null, null, null, null, faction), null);

            assertThat(platform.publication.find("/organization/" + faction).orElseThrow())
                    .satisfies(found -> assertThat(found.created()).isAfterOrEqualTo(before))
                    .satisfies(found -> assertThat(found.modified()).isAfterOrEqualTo(before));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anOrganizationThatIsRenamedWhileAPaperMakesItPublicHasTheNewName(Engine engine) throws Exception {
        try (TestPlatform platform = new TestPlatform(engine)) {
            for (int round = 0; round < 10; round++) {
                String name = "Beirat " + round;
                String renamed = "Naturbeirat " + round;
                String reference = "2026/" + round;
                Documents document = Documents.of(reference).consulted(Documents.row(name, null, Visibility.PUBLIC));
                String paper = platform.take("draft " + round, document).paper().id();
                String id = named(platform, name);

                AtOnce.run(List.<Supplier<?>>of(
                        () -> platform.papers.publish(OPERATOR, paper, null),
                        () -> platform.office.changeOrganization(
                                OPERATOR, id, new OrganizationEntry(renamed, null, null, null, null, null), null)));

                assertThat(platform.publicContent("/organization/" + id)
                                .orElseThrow()
                                .get("name")
                                .textValue())
                        .as("round %s", round)
                        .isEqualTo(renamed);
                PublicWorld.of(platform).mustBeWhole();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoChangesAMembershipThatIsRemovedMeanwhileHearsThatThereIsNone(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Council.Organization kreistag = organization(platform, "Kreistag", "Gremium");
            Council.Person person = person(platform, "Muster", "Clara");
            for (int round = 0; round < 10; round++) {
                String id = platform.office
                        .addMembership(
                                OPERATOR, new MembershipEntry(person.id(), kreistag.id(), null, null, null, null, null))
                        .id();
                MembershipEntry changed = new MembershipEntry(null, null, "Vorsitz", null, null, null, null);

                AtOnce.run(List.<Supplier<?>>of(
                        () -> {
                            platform.office.removeMembership(OPERATOR, id, null);
                            return null;
                        },
                        () -> {
                            try {
                                return platform.office.changeMembership(OPERATOR, id, changed, null);
                            } catch (ProblemException e) {
                                return assertThat(e.problem().code()).isEqualTo("membership-not-found");
                            }
                        }));

                assertThat(platform.count("membership")).isZero();
            }
        }
    }

    private static String named(TestPlatform platform, String name) {
        return platform.council.organizations(OPERATOR).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void staffOfADepartmentDoNotExistInPublic(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Council.Organization department = organization(platform, "Fachdienst Umwelt", "Verwaltungsbereich");
            Council.Organization kreistag = organization(platform, "Kreistag", "Gremium");
            Council.Person staff = person(platform, CANARY, null);
            join(platform, staff, department, CANARY);
            Council.Person both = person(platform, "Muster", "Clara");
            join(platform, both, department, CANARY);
            join(platform, both, kreistag, "Mitglied");

            PublicWorld world = PublicWorld.of(platform).mustBeWhole().mustNotHold(CANARY, staff.id());
            assertThat(world.all("Membership")).hasSize(1);
            assertThat(platform.council.persons(OPERATOR)).hasSize(2);

            // What a department is changes who holds an office.
            platform.office.changeOrganization(
                    OPERATOR,
                    kreistag.id(),
                    new OrganizationEntry("Kreistag", null, null, "Verwaltungsbereich", null, null),
                    null);
            assertThat(PublicWorld.of(platform).mustBeWhole().all("Person")).isEmpty();
        }
    }

    /** That a draft names it is nobody's business either. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void onWhoseBehalfStaffAreIsNobodysBusiness(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            platform.take("draft", Documents.of("2026/1").consulted(Documents.row(CANARY, null, Visibility.PUBLIC)));
            String group = named(platform, CANARY);
            Council.Organization department = organization(platform, "Fachdienst Umwelt", "Verwaltungsbereich");
            Council.Person staff = person(platform, "Muster", "Clara");
            MembershipEntry onBehalf = new MembershipEntry(staff.id(), department.id(), null, null, null, null, group);

            String membership =
                    platform.office.addMembership(OPERATOR, onBehalf).id();
            platform.office.changeMembership(OPERATOR, membership, onBehalf, null);

            PublicWorld.of(platform).mustBeWhole().mustNotHold(CANARY);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anOrganizationThatOnlyStaffStillNameGoes(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            platform.take("draft", Documents.of("2026/1").consulted(Documents.row(CANARY, null, Visibility.PUBLIC)));
            String group = named(platform, CANARY);
            Council.Organization department = organization(platform, "Fachdienst Umwelt", "Verwaltungsbereich");
            Council.Organization kreistag = organization(platform, "Kreistag", "Gremium");
            Council.Person person = person(platform, "Muster", "Clara");
            platform.office.addMembership(
                    OPERATOR, new MembershipEntry(person.id(), department.id(), null, null, null, null, group));
            Council.Membership office = platform.office.addMembership(
                    OPERATOR, new MembershipEntry(person.id(), kreistag.id(), null, null, null, null, group));
            assertThat(platform.isPublic("/organization/" + group)).isTrue();

            platform.office.removeMembership(OPERATOR, office.id(), null);

            PublicWorld.of(platform).mustBeWhole().mustNotHold(CANARY);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aDepartmentThatOnlyPapersNamedGoesWithTheLastOfThemWhoeverWorksThere(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            var paper = platform.published("one", Documents.of("2026/1").ledBy(CANARY));
            String department = named(platform, CANARY);
            Council.Person staff = person(platform, "Muster", "Clara");
            platform.office.addMembership(
                    OPERATOR, new MembershipEntry(staff.id(), department, null, null, null, null, null));

            platform.papers.withdraw(OPERATOR, paper.id(), null);

            assertThat(platform.isPublic("/organization/" + department)).isFalse();
            PublicWorld.of(platform).mustBeWhole();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void onWhoseBehalfMembersAreIsPublicWhileTheyHoldAPublicOffice(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            platform.take("draft", Documents.of("2026/1").consulted(Documents.row(CANARY, null, Visibility.PUBLIC)));
            String group = named(platform, CANARY);
            Council.Organization office = organization(platform, "Beirat", "Verwaltungsbereich");
            Council.Person person = person(platform, "Muster", "Clara");
            platform.office.addMembership(
                    OPERATOR, new MembershipEntry(person.id(), office.id(), null, null, null, null, group));

            become(platform, office, "Gremium");
            assertThat(platform.isPublic("/organization/" + group)).isTrue();
            assertThat(PublicWorld.of(platform).mustBeWhole().all("Membership")).hasSize(1);

            become(platform, office, "Verwaltungsbereich");
            PublicWorld.of(platform).mustBeWhole().mustNotHold(CANARY);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoIsChangedWhileTheirOfficeBecomesADepartmentIsNotShownAgain(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            for (int round = 0; round < 10; round++) {
                Council.Organization office = organization(platform, "Beirat " + round, "Gremium");
                List<Supplier<?>> works = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    Council.Person person = person(platform, "Muster", CANARY);
                    join(platform, person, office, "Mitglied");
                    works.add(() -> platform.office.changePerson(
                            OPERATOR, person.id(), new PersonEntry("Muster", CANARY + " Clara", List.of()), null));
                }
                works.add(() -> {
                    become(platform, office, "Verwaltungsbereich");
                    return null;
                });

                AtOnce.run(works);

                PublicWorld.of(platform).mustBeWhole().mustNotHold(CANARY);
            }
        }
    }

    private static void become(TestPlatform platform, Council.Organization organization, String type) {
        platform.office.changeOrganization(
                OPERATOR,
                organization.id(),
                new OrganizationEntry(organization.name(), null, null, type, null, null),
                null);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aRemovedPersonLeavesNothing(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Council.Organization kreistag = organization(platform, "Kreistag", "Gremium");
            Council.Person person = person(platform, CANARY, "Clara");
            join(platform, person, kreistag, "Mitglied");

            platform.office.removePerson(OPERATOR, person.id(), null);

            PublicWorld.of(platform).mustBeWhole().mustNotHold(CANARY, person.id());
            assertThat(platform.council.persons(OPERATOR)).isEmpty();
            assertThat(platform.count("membership")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anOrganizationThatOnlyMembersNamedGoesWithTheLastOfThem(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            platform.take("draft", Documents.of("2026/1").consulted(Documents.row(CANARY, null, Visibility.PUBLIC)));
            String group = named(platform, CANARY);
            Council.Organization kreistag = organization(platform, "Kreistag", "Gremium");
            Council.Person person = person(platform, "Muster", "Clara");
            MembershipEntry onBehalf = new MembershipEntry(person.id(), kreistag.id(), null, null, null, null, group);
            String membership =
                    platform.office.addMembership(OPERATOR, onBehalf).id();
            assertThat(platform.isPublic("/organization/" + group)).isTrue();

            platform.office.changeMembership(
                    OPERATOR, membership, new MembershipEntry(null, null, null, null, null, null, null), null);
            assertThat(platform.isPublic("/organization/" + group)).isFalse();

            platform.office.addMembership(OPERATOR, onBehalf);
            platform.office.removePerson(OPERATOR, person.id(), null);
            assertThat(platform.isPublic("/organization/" + group)).isFalse();
            PublicWorld.of(platform).mustBeWhole().mustNotHold(CANARY);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aNameGoesIntoTheTrailEncryptedOnly(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Council.Person person = person(platform, CANARY, "Clara");

            AuditEvent event = platform.records.peek();
            assertThat(event.details().toString()).doesNotContain(CANARY);
            assertThat(event.personal())
                    .containsExactly(new AuditEvent.PersonalField(person.id(), "name", "Clara " + CANARY));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anOrganizationIsChangedAndRemovedOnlyWhileNobodyNamesIt(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Council.Organization old = organization(platform, "Bauausschuss", "Gremium");
            Council.Organization other = organization(platform, "Kreistag", "Gremium");
            OrganizationEntry renamed = new OrganizationEntry(
                    "Ausschuss für Bau", "Bau", "Ausschuss", null, null, LocalDate.of(2031, 10, 31));

            Council.Organization changed =
                    platform.office.changeOrganization(OPERATOR, old.id(), renamed, old.revision());
            assertThat(changed.id()).isEqualTo(old.id());
            JsonNode content =
                    platform.publicContent("/organization/" + old.id()).orElseThrow();
            assertThat(content.get("shortName").textValue()).isEqualTo("Bau");
            assertThat(content.get("endDate").textValue()).isEqualTo("2031-10-31");
            assertThat(refused(() -> platform.office.changeOrganization(OPERATOR, old.id(), renamed, old.revision()))
                            .kind())
                    .isEqualTo(Problem.Kind.PRECONDITION_FAILED);
            assertThat(refused(() -> platform.office.changeOrganization(
                                    OPERATOR,
                                    old.id(),
                                    new OrganizationEntry(" KREISTAG", null, null, null, null, null),
                                    null))
                            .code())
                    .isEqualTo("organization-name-taken");

            platform.published(
                    "one",
                    Documents.of("2026/1").consulted(Documents.row("Ausschuss für Bau", null, Visibility.PUBLIC)));
            assertThat(refused(() -> platform.office.removeOrganization(OPERATOR, old.id(), null))
                            .code())
                    .isEqualTo("organization-in-use");
            platform.office.removeOrganization(OPERATOR, other.id(), null);
            assertThat(platform.publication
                            .find("/organization/" + other.id())
                            .orElseThrow()
                            .deleted())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theLeadDepartmentIsAnOrganizationOnceAPublishedPaperNamesIt(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            platform.take("draft", Documents.of("2026/1").ledBy(CANARY));
            PublicWorld.of(platform).mustNotHold(CANARY);

            var paper = platform.published("open", Documents.of("2026/2").ledBy("Fachdienst Umwelt"));

            String path = platform.publicPaper(paper)
                    .get("underDirectionOfOrganization")
                    .textValue();
            assertThat(platform.publicContent(path)
                            .orElseThrow()
                            .get("organizationType")
                            .textValue())
                    .isEqualTo("Verwaltungsbereich");
            PublicWorld.of(platform).mustBeWhole().mustNotHold(CANARY);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void papersLeadToAnOrganizationWhateverItIsCalledSince(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Documents document = Documents.of("2026/1")
                    .ledBy("fachdienst  Umwelt")
                    .attached(Documents.attachment(1, Visibility.PUBLIC));
            Council.Organization lead = organization(platform, "Fachdienst Umwelt", "Verwaltungsbereich");
            var paper = platform.published("one", document);
            OrganizationEntry renamed =
                    new OrganizationEntry("Amt für Natur", null, null, null, null, LocalDate.of(2026, 6, 30));
            long revision = platform.office
                    .changeOrganization(OPERATOR, lead.id(), renamed, null)
                    .revision();

            assertThat(refused(() -> platform.office.removeOrganization(OPERATOR, lead.id(), revision))
                            .code())
                    .isEqualTo("organization-in-use");
            platform.attach(paper, 1, "plan.txt", "Plan");

            assertThat(platform.publicPaper(paper)
                            .get("underDirectionOfOrganization")
                            .textValue())
                    .isEqualTo("/organization/" + lead.id());
            assertThat(platform.count("organization"))
                    .as("none of the old name is made")
                    .isEqualTo(1);
            platform.published("two", Documents.of("2026/1").ledBy(null));
            platform.office.removeOrganization(OPERATOR, lead.id(), null);
            PublicWorld.of(platform).mustBeWhole();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theBodyIsWhatTheCountySaysWithItsTerms(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Council.LegislativeTerm term = platform.office.addLegislativeTerm(
                    OPERATOR,
                    new LegislativeTermEntry(
                            "Wahlperiode 2026–2031", LocalDate.of(2026, 11, 1), LocalDate.of(2031, 10, 31)));
            assertThat(platform.publication.list(PublicQuery.of("body", 10))).isEmpty();

            start(platform, county("Landkreis Lüneburg", ""));
            start(platform, county("Landkreis Lüneburg", ""));

            var body = platform.publication.list(PublicQuery.of("body", 10)).get(0);
            assertThat(body.revision()).as("what has not changed is no change").isOne();
            JsonNode content = platform.publicContent(body.path()).orElseThrow();
            assertThat(content.get("name").textValue()).isEqualTo("Landkreis Lüneburg");
            assertThat(content.has("website")).isFalse();
            assertThat(content.at("/legislativeTerm/0/name").textValue()).isEqualTo("Wahlperiode 2026–2031");
            assertThat(platform.actions()).containsOnlyOnce("body.changed");

            start(platform, county("Landkreis Muster", "https://example.org"));
            platform.office.removeLegislativeTerm(OPERATOR, term.id(), null);
            content = platform.publicContent(body.path()).orElseThrow();
            assertThat(content.get("name").textValue()).isEqualTo("Landkreis Muster");
            assertThat(content.get("website").textValue()).isEqualTo("https://example.org");
            assertThat(content.get("legislativeTerm")).isEmpty();
            var paper = platform.published("one", Documents.of("2026/1"));
            assertThat(platform.publicPaper(paper).get("body").textValue()).isEqualTo(body.path());
            assertThat(platform.count("body")).isOne();
            PublicWorld.of(platform).mustBeWhole();
        }
    }

    private static void start(TestPlatform platform, County county) {
        new CountyBody(platform.database.transactions, new Schema() {}, platform.trail, platform.publication, county);
    }

    private static County county(String name, String website) {
        Map<String, String> stated = Map.of("name", name, "ags", "03355000", "website", website);
        return (County) java.lang.reflect.Proxy.newProxyInstance(
                County.class.getClassLoader(),
                new Class<?>[] {County.class},
                (proxy, method, arguments) -> stated.getOrDefault(method.getName(), ""));
    }

    private static Council.Person person(TestPlatform platform, String familyName, String givenName, String... title) {
        return platform.office.addPerson(OPERATOR, new PersonEntry(familyName, givenName, List.of(title)));
    }

    private static void join(
            TestPlatform platform, Council.Person person, Council.Organization organization, String role) {
        platform.office.addMembership(
                OPERATOR, new MembershipEntry(person.id(), organization.id(), role, null, null, null, null));
    }
}
