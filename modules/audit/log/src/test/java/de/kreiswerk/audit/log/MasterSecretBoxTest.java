package de.kreiswerk.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterSecretBoxTest {

    private static final byte[] SECRET = "geheim".getBytes(StandardCharsets.UTF_8);

    private final MasterSecretBox box = box(1);

    @Test
    void whatWasSealedIsOpenedForTheSamePurposeAndOwnerOnly() {
        String sealed = box.seal("totp", "anna", SECRET);

        assertThat(box.open("totp", "anna", sealed)).hasValue(SECRET);
        assertThat(box.open("totp", "berta", sealed)).isEmpty();
        assertThat(box.open("mail", "anna", sealed)).isEmpty();
        assertThat(box(2).open("totp", "anna", sealed)).as("another master key").isEmpty();
    }

    @Test
    void theSameSecretNeverLooksTheSame() {
        assertThat(box.seal("totp", "anna", SECRET)).isNotEqualTo(box.seal("totp", "anna", SECRET));
        assertThat(box.seal("totp", "anna", SECRET)).matches("[A-Za-z0-9_-]+").doesNotContain("geheim");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "äöü", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatWasNeverSealedIsNotOpened(String nonsense) {
        assertThat(box.open("totp", "anna", nonsense)).isEmpty();
    }

    @Test
    void aSecretIsSmall() {
        assertThatThrownBy(() -> box.seal("totp", "anna", new byte[65_537]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static MasterSecretBox box(int seed) {
        byte[] key = new byte[32];
        key[0] = (byte) seed;
        return new MasterSecretBox(new SecretKeySpec(key, "AES"));
    }
}
