package de.kreiswerk.core.web.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-0 | 0 | 1 | PART",
                "bytes=0-99 | 0 | 100 | PART",
                "bytes=10- | 10 | 90 | PART",
                "bytes=90-500 | 90 | 10 | PART",
                "Bytes = 5-9 | 5 | 5 | PART",
                "bytes=-10 | 90 | 10 | PART",
                "bytes=-500 | 0 | 100 | PART",
                "bytes=100- | 0 | 0 | UNSATISFIABLE",
                "bytes=-0 | 0 | 0 | UNSATISFIABLE",
                "bytes=9-5 | 0 | 100 | WHOLE",
                "bytes=- | 0 | 100 | WHOLE",
                "bytes=0-1,5-6 | 0 | 100 | WHOLE",
                "lines=1-2 | 0 | 100 | WHOLE",
                "bytes=a-b | 0 | 100 | WHOLE",
                "bytes=99999999999999999999-1 | 0 | 100 | WHOLE",
                "bytes=0-999999999999999999 | 0 | 100 | PART"
            })
    void partOfAHundredBytes(String header, long from, long length, ByteRange.Kind kind) {
        assertThat(ByteRange.of(header, 100)).isEqualTo(new ByteRange(from, length, kind));
    }

    @Test
    void noHeaderMeansTheWhole() {
        assertThat(ByteRange.of(null, 100)).isEqualTo(new ByteRange(0, 100, ByteRange.Kind.WHOLE));
    }

    @Test
    void emptyFileHasNoParts() {
        assertThat(ByteRange.of("bytes=0-", 0).kind()).isEqualTo(ByteRange.Kind.UNSATISFIABLE);
        assertThat(ByteRange.of("bytes=-5", 0).kind()).isEqualTo(ByteRange.Kind.UNSATISFIABLE);
    }
}
