package de.kreiswerk.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.launcher.cli.Language;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleException;

class StartFailureTest {

    private static final String NESTED = "Unable to resolve org.example.a [1](R 1.0): missing requirement"
            + " [org.example.a [1](R 1.0)] osgi.wiring.package; (&(osgi.wiring.package=b)(version>=1.0.0)) [caused by:"
            + " Unable to resolve org.example.b [2](R 2.0): missing requirement [org.example.b [2](R 2.0)]"
            + " osgi.wiring.package; (&(osgi.wiring.package=c.d)(version>=3.1.0)(!(version>=4.0.0)))] Unresolved"
            + " requirements: [[org.example.a [1](R 1.0)] osgi.wiring.package;"
            + " (&(osgi.wiring.package=b)(version>=1.0.0))]";

    @Test
    void theRequirementThatNobodyMeetsIsNamed() {
        BundleException failure = new BundleException(NESTED, BundleException.RESOLVE_ERROR);

        assertThat(StartFailure.reason(failure, "org.example.a", Language.GERMAN))
                .isEqualTo("es fehlt das Paket c.d ab Version 3.1.0, gebraucht von org.example.b");
        assertThat(StartFailure.reason(failure, "org.example.b", Language.ENGLISH))
                .isEqualTo("missing is the package c.d from version 3.1.0");
    }

    @Test
    void otherRequirementsAreShownAsTheyAre() {
        BundleException failure = new BundleException(
                "Unable to resolve a [1](R 1.0): missing requirement [a [1](R 1.0)] osgi.extender;"
                        + " (osgi.extender=osgi.serviceloader.processor) Unresolved requirements: [[a [1](R 1.0)]"
                        + " osgi.extender; (osgi.extender=osgi.serviceloader.processor)]",
                BundleException.RESOLVE_ERROR);

        assertThat(StartFailure.reason(failure, "a", Language.GERMAN))
                .isEqualTo("es fehlt osgi.extender (osgi.extender=osgi.serviceloader.processor)");
    }

    @Test
    void anActivatorsFailureIsItsDeepestCauseOnOneLine() {
        BundleException failure = new BundleException(
                "Activator start error in bundle a [1].",
                BundleException.ACTIVATOR_ERROR,
                new IllegalStateException(new IOException("disk\nfull")));

        assertThat(StartFailure.reason(failure, "a", Language.GERMAN)).isEqualTo("IOException: disk full");
    }
}
