package de.kreiswerk.proposals.wordkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking only where words of secrecy can begin finds what looking everywhere finds. */
class SecrecyTest {

    private static final List<String> PIECES = List.of(
            "n",
            "i",
            "c",
            "h",
            "t",
            "nicht",
            "Nicht",
            "NICHT",
            "öff",
            "Öff",
            "ÖFF",
            "oeff",
            "o\u0308ff",
            "offentl",
            "entl",
            "ent",
            "l",
            "ich",
            "e",
            " ",
            "  ",
            "\u00a0",
            "\u2003",
            "-",
            "\u2011",
            "/",
            "_",
            ".",
            ":",
            "?",
            "=",
            "nein",
            "N",
            "Ö",
            "ö",
            "n-ö",
            "n.ö",
            "non",
            "public",
            "confidential",
            "v",
            "ver",
            "vertrau",
            "traulich",
            "v e r t r a u l i c h",
            "geheim",
            "GEHEIM",
            "halten",
            "vs",
            "VS",
            "nfd",
            "verschlusssache",
            "dienst",
            "gebrauch",
            "lichen gebrauch",
            "intern",
            "Intern",
            "internen",
            "nur für",
            "nur für die ",
            "mitglieder",
            "abgeordnete",
            "für die",
            "zur",
            "in",
            "öffentlichkeit",
            "ausschluss",
            "Ausschluß der ",
            "veröffentlichung",
            "&ouml;",
            "&nbsp;",
            "<br>",
            "ã¶",
            "\ufffd",
            "\u4e55",
            "ı",
            "İ",
            "ſ",
            "K",
            "x",
            "Plan",
            "(",
            ")",
            "1");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Vertrag nichtöffentlich",
                "Vertrag (nicht\u00a0öffentlich)",
                "Vertrag_nicht_oeffentlich",
                "Vertrag NICHT-ÖFFENTLICH",
                "Vertrag NÖ",
                "Vertrag (N.Ö.)",
                "Vertrauliches",
                "Vertrag (vertraul.)",
                "Vertrag, geheim",
                "Nur für den Dienstgebrauch",
                "Vertrag, confidential",
                "v e r t r a u l i c h",
                "Vertrag_NÖ.pdf",
                "NÖ_Vertrag.pdf",
                "Kalkulation_intern.pdf",
                "Vertrag_geheim_2",
                "VS_NfD_Vertrag",
                "Nur für Abgeordnete",
                "nur für die Kreistagsabgeordneten",
                "nur für Mandatsträgerinnen"
            })
    void allFormsAreHeard(String words) {
        assertThat(Secrecy.isIn(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Vertrag (öffentlich)",
                "Die geheime Wahl",
                "Nördlicher Plan",
                "Veröffentlichung",
                "Böschung",
                "internes_Netz",
                "extern",
                ""
            })
    void nothingElseIsHeard(String words) {
        assertThat(Secrecy.isIn(words)).isFalse();
    }

    @Test
    void nothingIsOverlooked() {
        Random random = new Random(2026);
        int secret = 0;
        for (int round = 0; round < 60_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(7); i >= 0; i--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            String words = text.toString();
            boolean everywhere = Secrecy.SECRET.matcher(words).find();
            secret += everywhere ? 1 : 0;

            assertThat(Secrecy.isIn(words)).as("“%s”", words).isEqualTo(everywhere);
        }
        assertThat(secret).as("both kinds are among them").isBetween(6_000, 54_000);
    }
}
