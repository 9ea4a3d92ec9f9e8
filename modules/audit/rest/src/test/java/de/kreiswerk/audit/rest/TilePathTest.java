package de.kreiswerk.audit.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.core.api.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {

    @Test
    void placesAreReadAsTheSpecificationWritesThem() {
        assertThat(TilePath.parse("000")).isEqualTo(new TilePath(0, 256));
        assertThat(TilePath.parse("067")).isEqualTo(new TilePath(67, 256));
        assertThat(TilePath.parse("x001/x234/067")).isEqualTo(new TilePath(1_234_067, 256));
        assertThat(TilePath.parse("x001/000.p/5")).isEqualTo(new TilePath(1_000, 5));
        assertThat(TilePath.parse("273.p/255")).isEqualTo(new TilePath(273, 255));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "67",
                "0067",
                "x067",
                "x001",
                "001/067",
                "x001/x067",
                "x000/067",
                "067.p",
                "067.p/",
                "067.p/0",
                "067.p/05",
                "067.p/256",
                "067.p/1000",
                "067/5",
                "067.p/5/",
                "-01",
                "067.p/-5",
                "067.P/5",
                "x001//067",
                "..",
                "x001/../067",
                "x001/x001/x001/x001/x001/x001/067",
                "٠٦٧"
            })
    void everythingElseIsNotThere(String path) {
        assertThatThrownBy(() -> TilePath.parse(path))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("tile-not-found"));
    }
}
