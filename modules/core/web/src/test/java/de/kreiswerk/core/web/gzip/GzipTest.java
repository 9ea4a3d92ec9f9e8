package de.kreiswerk.core.web.gzip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GzipTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip | true",
                "br, GZIP;q=0.1 | true",
                "gzip ; q=1 | true",
                "gzip;q=0 | false",
                "gzip;q=0.000 | false",
                "br | false",
                "gzipped | false"
            })
    void theReaderDecides(String acceptEncoding, boolean expected) {
        assertThat(Gzip.isAcceptedBy(acceptEncoding)).isEqualTo(expected);
        assertThat(Gzip.isAcceptedBy(null)).isFalse();
    }

    @Test
    void unpackedItIsWhatItWas() throws IOException {
        byte[] content = "Die Vorlage wird beraten. ".repeat(100).getBytes();

        byte[] packed = Gzip.of(content);

        assertThat(packed).hasSizeLessThan(content.length / 5);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes())
                .isEqualTo(content);
    }

    @Test
    void whatGainsNothingStaysAsItIs() {
        assertThat(Gzip.of(new byte[] {1, 2, 3})).isNull();
    }

    @Test
    void itHasATagOfItsOwn() {
        assertThat(Gzip.tag("\"abc\"")).isEqualTo("\"abc-gzip\"");
    }
}
