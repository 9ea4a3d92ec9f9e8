package de.kreiswerk.launcher.run;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.ZoneId;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What Java prepares once for whoever asks first, which would be a bundle that others wait for: asked for here, while the bundles are
 * being installed and a second core is idle. The locales alone take the thread that starts the bundles a twentieth of
 * its time.
 */
final class JavaAhead {

    private static final byte[] XML = "<a xmlns='urn:a' b='c'/>".getBytes(StandardCharsets.UTF_8);

    private JavaAhead() {}

    static void begin() {
        Thread thread = new Thread(JavaAhead::prepare, "kreiswerk-ahead");
        thread.setDaemon(true);
        thread.start();
    }

    private static void prepare() {
        Locale.getAvailableLocales();
        ZoneId.of("Europe/Berlin").getRules();
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.newSAXParser().parse(new ByteArrayInputStream(XML), new DefaultHandler());
            MessageDigest.getInstance("SHA-256").digest(XML);
            // Settings and keys of persons are opened with it, the trail is sealed with this.
            Cipher.getInstance("AES/GCM/NoPadding");
            KeyFactory.getInstance("Ed25519");
            Signature.getInstance("Ed25519");
            new SecureRandom().nextInt();
        } catch (ParserConfigurationException | SAXException | IOException | GeneralSecurityException e) {
            // Whoever needs it hears of it.
            return;
        }
    }
}
