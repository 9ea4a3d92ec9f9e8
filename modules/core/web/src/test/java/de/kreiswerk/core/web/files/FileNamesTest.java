package de.kreiswerk.core.web.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    @Test
    void umlautsTravelInTheExtendedParameter() {
        assertThat(ContentDisposition.of(true, "Übersicht Straße.pdf", "x"))
                .isEqualTo("inline; filename=\"_bersicht Stra_e.pdf\";"
                        + " filename*=UTF-8''%C3%9Cbersicht%20Stra%C3%9Fe.pdf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nSet-Cookie: b=c.pdf",
                "a\"; x=\"y.pdf",
                "..\\..\\a.pdf",
                "/etc/a.pdf",
                "a\u0000.pdf",
                "\u202Efdp.pdf",
                "\ud800.pdf"
            })
    void nameCannotLeaveItsQuotesOrItsFolder(String fileName) {
        String header = ContentDisposition.of(false, fileName, "x");

        assertThat(header)
                .matches(
                        "attachment; filename=\"[ !#-\\[\\]-~&&[^%/]]+\"; filename\\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+");
    }

    @Test
    void longNameKeepsItsEnding() {
        assertThat(ContentDisposition.of(false, "a".repeat(500) + ".docx", "x"))
                .contains("aaa.docx\"")
                .hasSizeLessThan(400);
    }

    @Test
    void fileWithoutANameGetsOne() {
        assertThat(ContentDisposition.of(false, " ", "Anlage-1")).contains("filename=\"Anlage-1\"");
        assertThat(ContentDisposition.of(false, null, "Anlage-1")).contains("filename=\"Anlage-1\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "application/pdf | application/pdf | true",
                "Application/PDF; version=1 | application/pdf | true",
                "image/png | image/png | true",
                "text/plain | text/plain; charset=utf-8 | true",
                "application/vnd.oasis.opendocument.text | application/vnd.oasis.opendocument.text | false",
                "application/zip;x=y | application/zip | false",
                "text/html | application/octet-stream | false",
                "image/svg+xml | application/octet-stream | false",
                "text/xml | application/octet-stream | false",
                "application/javascript | application/octet-stream | false",
                "- | application/octet-stream | false"
            })
    void onlyHarmlessTypesAreShownByTheBrowser(String stored, String sent, boolean inline) {
        assertThat(FileTypes.sent(stored)).isEqualTo(sent);
        assertThat(FileTypes.isInline(stored)).isEqualTo(inline);
    }
}
