package de.kreiswerk.deployment.archive.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpqlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select sql('7*6') from Dog d",
                "select d from Dog d where FUNCTION ( 'abs', d.id) = 1",
                "select COLUMN('NAME', d) from Dog d",
                "select t.name from Dog d, TABLE('DOG') t",
                // All of these EclipseLink takes for a space, and the long S for an S.
                "select sql\u00a0('7*6') from Dog d",
                "select sql(\u2003'7*6') from Dog d",
                "select sql\u001c('7*6') from Dog d",
                "select \u017fql('7*6') from Dog d",
                "select new java.io.PrintWriter('/etc/passwd') from Dog d",
                "select NEW\u00a0java.net.Socket(d.host, d.port) from Dog d",
                "select new de.kreiswerk.core.api.identity.Caller(d.name) from Dog d",
                "eclipselink.sql.hint"
            })
    void whatDoesMoreThanAskForEntitiesReachesFar(String text) {
        assertThat(Jpql.isFarReaching(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select d from Dog d where lower(d.name) = 'rex' and d.column in ('a', 'b')",
                "select new de.lueneburg.ordnung.Row(d.name, count(d)) from Dog d group by d.name",
                "select concat('sql', d.name) from Dog d where mysql('a') = renew java.x",
                "eclipselink.read-only"
            })
    void whatAsksForEntitiesIsHarmless(String text) {
        assertThat(Jpql.isFarReaching(text)).isFalse();
    }
}
