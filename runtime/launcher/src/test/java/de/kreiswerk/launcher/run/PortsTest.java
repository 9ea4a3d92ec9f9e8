package de.kreiswerk.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.launcher.cli.Language;
import de.kreiswerk.launcher.cli.Refusal;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @Test
    void portsAreNumbersInRange() throws Refusal {
        assertThat(Ports.parse("0", "--port")).isZero();
        assertThat(Ports.parse(" 65535 ", "--port")).isEqualTo(65_535);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "http", "8080a", "99999999999", ""})
    void anythingElseIsAMistakeOfTheCaller(String text) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> Ports.parse(text, "KREISWERK_PORT"));

        assertThat(refusal.exitCode()).isEqualTo(2);
        assertThat(refusal.sentence(Language.GERMAN))
                .startsWith("KREISWERK_PORT")
                .contains("„" + text + "“");
    }

    @Test
    void takenPortIsRefusedAndAFreedOneIsNot() throws Refusal, IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0)) {
            port = taken.getLocalPort();
            Refusal refusal = catchThrowableOfType(Refusal.class, () -> Ports.requireFree(null, taken.getLocalPort()));

            assertThat(refusal.exitCode()).isEqualTo(1);
            assertThat(refusal.sentence(Language.GERMAN))
                    .contains("Port " + port)
                    .contains("belegt");
        }
        Ports.requireFree(null, port);
        Ports.requireFree("127.0.0.1", port);
    }

    @Test
    void anAddressOfAnotherMachineIsNoPortThatIsTaken() {
        // Of a network for examples (RFC 5737).
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> Ports.requireFree("192.0.2.1", 0));

        assertThat(refusal.sentence(Language.GERMAN))
                .contains("192.0.2.1 gehört nicht zu dieser Maschine", "org.apache.felix.http.host")
                .doesNotContain("belegt");
    }

    @Test
    void anAddressThatNobodyKnowsIsNamedWithItsSetting() {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> Ports.requireFree("[::1", 0));

        assertThat(refusal.exitCode()).isEqualTo(1);
        assertThat(refusal.sentence(Language.GERMAN)).contains("„[::1“", "org.apache.felix.http.host");
        assertThat(refusal.sentence(Language.ENGLISH)).contains("'[::1'", "org.apache.felix.http.host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Permission denied", "Permission denied (Bind failed)", "Keine Berechtigung"})
    void aPortThatIsForbiddenIsNoPortThatIsTaken(String words) {
        Refusal refusal = Ports.notBound(new InetSocketAddress(80), words);

        assertThat(refusal.exitCode()).isEqualTo(1);
        assertThat(refusal.sentence(Language.GERMAN))
                .contains("Port 80 darf dieser Benutzer nicht", "CAP_NET_BIND_SERVICE")
                .doesNotContain("belegt");
    }

    @Test
    void theSystemSpeaksTheLanguageOfTheLocale() {
        InetSocketAddress address = new InetSocketAddress(80);

        assertThat(Ports.notBound(address, "Die Adresse wird bereits verwendet").sentence(Language.GERMAN))
                .contains("schon belegt");
        assertThat(Ports.notBound(address, "Permission non accordée").sentence(Language.GERMAN))
                .contains("kann nicht gelauscht werden: Permission non accordée")
                .doesNotContain("belegt");
    }
}
