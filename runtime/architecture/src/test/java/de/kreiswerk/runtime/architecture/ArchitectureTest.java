package de.kreiswerk.runtime.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of the house, on every bundle that is in it. */
class ArchitectureTest {

    private static House house;
    private static House launcher;

    @BeforeAll
    static void readTheHouse() throws IOException {
        // The working directory of a test is its module.
        Path root = Path.of("../..").toRealPath();
        house = House.of(root.resolve("modules"));
        launcher = House.ofLauncher(root.resolve("runtime"));
    }

    @Test
    void theHouseIsFound() {
        assertThat(house.bundles()).extracting(Bundle::toString).contains("core.api", "proposals.service");
        assertThat(house.classes()).hasSizeGreaterThan(100);
        assertThat(launcher.classes()).isNotEmpty();
    }

    @Test
    void apisHoldOnlyContracts() {
        assertKept(ApiRules.holdOnlyContracts(house));
    }

    @Test
    void apisNameNoTechnology() {
        assertKept(ApiRules.nameNoTechnology(house));
        assertKept(ManifestRules.importNoTechnologyIntoApis(house));
    }

    @Test
    void interfacesOfApisSayWhoImplementsThem() {
        assertKept(ApiRules.sayWhoImplements(house));
    }

    @Test
    void publicTypesOfApisAreDescribed() {
        assertKept(JavadocRules.describePublicTypes(house));
    }

    @Test
    void onlyApisAreExportedAndEachPackageHasAVersion() {
        assertKept(ManifestRules.exportOnlyVersionedApis(house));
    }

    @Test
    void exportedPackagesAreBaselined() {
        assertKept(BaselineRules.areBaselined(house));
    }

    @Test
    void bundlesReachEachOtherThroughApisOnly() {
        assertKept(AreaRules.meetInApis(house));
        assertKept(ManifestRules.importOnlyApis(house));
        assertKept(ManifestRules.areBuiltOnApis(house));
    }

    @Test
    void theCoreKnowsNoArea() {
        assertKept(AreaRules.coreKnowsNoArea(house));
    }

    @Test
    void restWebAndOparlLeaveDataToTheServices() {
        assertKept(AreaRules.leaveDataToServices(house));
    }

    @Test
    void entitiesStayInTheirBundle() {
        assertKept(AreaRules.keepEntitiesAtHome(house));
    }

    @Test
    void nothingGoesRoundInCircles() {
        assertKept(CycleRules.amongPackages(house));
        assertKept(CycleRules.amongBundles(house));
        assertKept(CycleRules.amongAreas(house));
        assertKept(CycleRules.amongPackages(launcher));
    }

    @Test
    void bundlesAreNamedByTheirFolder() {
        assertKept(ManifestRules.areNamedByTheirFolder(house));
    }

    @Test
    void componentsAreListedInTheManifest() {
        assertKept(ManifestRules.listTheirComponents(house));
    }

    @Test
    void settingsExplainThemselves() {
        assertKept(SettingRules.explainThemselves(house));
    }

    @Test
    void nothingStaticChanges() {
        assertKept(CodeRules.haveNoStaticState(house));
        assertKept(CodeRules.haveNoStaticState(launcher));
    }

    @Test
    void everythingSpeaksThroughTheLog() {
        assertKept(CodeRules.speakThroughTheLog(house));
        assertKept(CodeRules.speakThroughTheLog(launcher));
    }

    @Test
    void nothingSleeps() {
        assertKept(CodeRules.doNotSleep(house));
        assertKept(CodeRules.doNotSleep(launcher));
    }

    private static void assertKept(List<String> violations) {
        assertThat(violations).isEmpty();
    }
}
