package de.kreiswerk.core.persistence.h2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1",
                "  SELECT a\nFROM b ORDER BY c FETCH NEXT 10 ROWS ONLY",
                "select count(*) from updates",
                "values (1)"
            })
    void whatOnlyReadsIsKnown(String sql) {
        assertThat(Reading.is(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "insert into a values (1)",
                "update a set b = 1",
                "delete from a",
                "merge into a using b on a.c = b.c when matched then delete",
                "select 1 from a where b = 1 for update",
                "SELECT 1 FROM a FOR\nUPDATE",
                "select next value for s",
                "select nextval('s')",
                "select * from final table (insert into a values (1))",
                "with a as (select 1) insert into b select * from a",
                "create table a (b int)",
                "call f()",
                "set schema a",
                "selective",
                "/* select */ delete from a"
            })
    void whateverElseMayChangeSomething(String sql) {
        assertThat(Reading.is(sql)).isFalse();
    }
}
