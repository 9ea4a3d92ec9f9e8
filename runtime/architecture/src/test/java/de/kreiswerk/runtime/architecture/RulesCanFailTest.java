package de.kreiswerk.runtime.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A rule that never fails protects nothing: each one is shown a house that breaks it. */
class RulesCanFailTest {

    private static House bad;

    @BeforeAll
    static void readTheBadHouse() throws IOException {
        bad = BadHouse.build();
    }

    @Test
    void aClassInAnApiIsFound() {
        assertThat(ApiRules.holdOnlyContracts(bad)).singleElement().asString().contains("core.api.Calculator");
    }

    @Test
    void technologyInAnApiIsFound() {
        assertThat(ApiRules.nameNoTechnology(bad)).isNotEmpty().allMatch(each -> each.contains("EntityManager"));
        assertThat(ManifestRules.importNoTechnologyIntoApis(bad))
                .containsExactly(
                        "core.api imports jakarta.persistence", "core.api imports org.eclipse.persistence.jpa");
    }

    @Test
    void anInterfaceWithoutARoleIsFound() {
        assertFound(ApiRules.sayWhoImplements(bad), "core.api.Undecided ", "core.api.Undecided$Inner ");
    }

    @Test
    void aPublicTypeWithoutJavadocIsFound() {
        assertFound(JavadocRules.describePublicTypes(bad), "core.api: Undecided ", "core.api: Inner ");
    }

    @Test
    void anExportThatIsNoVersionedApiIsFound() {
        assertFound(
                ManifestRules.exportOnlyVersionedApis(bad),
                "core.api lies in an api and is not exported",
                "town.api is exported, but its package-info.java lacks",
                "town.api exports elsewhere",
                "elsewhere is exported, but its package-info.java lacks",
                "town.service exports",
                "town.service is exported, but its package-info.java lacks");
    }

    @Test
    void anExportWithoutABaselineIsFound() {
        assertFound(BaselineRules.areBaselined(bad), "town.api exports", "town.service exports");
    }

    @Test
    void aWayPastTheApiIsFound() {
        assertThat(AreaRules.meetInApis(bad))
                .anyMatch(each -> each.startsWith("town.rest reaches into town.service past its api"))
                .anyMatch(each -> each.startsWith("river.service reaches into town.service past its api"))
                .noneMatch(each -> each.contains("into town.api"));
        assertThat(ManifestRules.importOnlyApis(bad))
                .anyMatch(each -> each.startsWith("town.rest imports") && each.contains("town.service, which no api"))
                .anyMatch(each -> each.equals("town.rest has a DynamicImport-Package: *"))
                .noneMatch(each -> each.contains("town.api, which"));
        assertThat(ManifestRules.areBuiltOnApis(bad))
                .contains("town.rest is built on de.kreiswerk.proposals.service, which is not an api");
    }

    @Test
    void aCoreThatKnowsAnAreaIsFound() {
        assertThat(AreaRules.coreKnowsNoArea(bad))
                .isNotEmpty()
                .allMatch(each -> each.startsWith("The core knows the area town") && each.contains("core.web.Partial"));
    }

    @Test
    void dataAccessInRestIsFound() {
        assertThat(AreaRules.leaveDataToServices(bad))
                .isNotEmpty()
                .allMatch(each -> each.startsWith("town.rest works with data itself"))
                .anyMatch(each -> each.contains("java.sql.Connection"));
    }

    @Test
    void anEntityThatLeavesIsFound() {
        assertThat(AreaRules.keepEntitiesAtHome(bad))
                .anyMatch(each -> each.endsWith("BridgeEntity is stored and lies in an exported package"))
                .anyMatch(
                        each -> each.startsWith("An entity leaves its bundle") && each.contains("town.rest.Resource"));
    }

    @Test
    void circlesAreFoundAtEveryLevel() {
        assertThat(CycleRules.amongPackages(bad))
                .anyMatch(each -> each.contains("town.service.one") && each.contains("town.service.two"));
        assertThat(CycleRules.amongBundles(bad))
                .anyMatch(each -> each.contains("river.service") && each.contains("town.service"));
        assertThat(CycleRules.amongAreas(bad)).anyMatch(each -> each.contains("river") && each.contains("town"));
    }

    @Test
    void aNameThatIsNotTheFoldersIsFound() {
        assertThat(ManifestRules.areNamedByTheirFolder(bad))
                .anyMatch(each -> each.startsWith("core.api has the Bundle-SymbolicName de.kreiswerk.wrong instead of"))
                .anyMatch(each -> each.startsWith("core.api has the artifact id something.else instead of"));
        Bundle elsewhere = bad.bundles().get(0);
        House renamed = new House(List.of(new Bundle(
                elsewhere.area(),
                elsewhere.room(),
                "de.kreiswerk.elsewhere",
                elsewhere.pom(),
                elsewhere.sources(),
                elsewhere.classes(),
                elsewhere.headers())));
        assertThat(ManifestRules.areNamedByTheirFolder(renamed)).anyMatch(each -> each.contains("holds the package"));
    }

    @Test
    void aComponentThatIsNotListedIsFound() {
        assertFound(
                ManifestRules.listTheirComponents(bad),
                "town.service lists OSGI-INF/gone.xml, which is not there",
                "town.service.Noisy is a component that no Service-Component lists");
    }

    @Test
    void aSettingThatExplainsNothingIsFound() {
        assertFound(
                SettingRules.explainThemselves(bad),
                "Settings has no description",
                "Settings.bare() lacks @AttributeDefinition",
                "Settings.undescribed() has no description",
                "Settings.unset() has no default");
    }

    @Test
    void staticStateIsFoundAndConstantsAreNot() {
        assertThat(CodeRules.haveNoStaticState(bad))
                .anyMatch(each -> each.endsWith("State.number is static and can be set anew"))
                .anyMatch(each -> each.contains("State.OPEN is a static array"))
                .anyMatch(each -> each.contains("State.THREAD is static and of a type that changes, ThreadLocal"))
                .anyMatch(each -> each.contains("State.COUNTER is static and of a type that changes, AtomicLong"))
                .anyMatch(each -> each.contains("makes something for good that changes") && each.contains("ArrayList"))
                .anyMatch(each -> each.contains("makes something for good that changes") && each.contains("newKeySet"))
                .noneMatch(each -> each.contains("GOOD"));
    }

    @Test
    void whatSpeaksPastTheLogIsFound() {
        assertThat(CodeRules.speakThroughTheLog(bad))
                .anyMatch(each -> each.contains("java.lang.System.out"))
                .anyMatch(each -> each.contains("printStackTrace"));
    }

    @Test
    void aSleeperIsFound() {
        assertThat(CodeRules.doNotSleep(bad)).singleElement().asString().contains("Noisy.make()");
    }

    private static void assertFound(List<String> violations, String... words) {
        assertThat(violations).hasSize(words.length);
        for (String each : words) {
            assertThat(violations).anyMatch(violation -> violation.contains(each));
        }
    }
}
