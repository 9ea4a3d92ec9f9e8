package de.kreiswerk.launcher.run;

import de.kreiswerk.launcher.cli.Refusal;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.regex.Pattern;

/** Finds out about a port before sixty bundles start in vain. */
final class Ports {

    private static final int HIGHEST = 65_535;
    private static final Pattern TAKEN = words("already in use|bereits verwendet");
    private static final Pattern FORBIDDEN = words("permission denied|keine berechtigung");
    private static final Pattern ELSEWHERE = words("assign requested address|angeforderte adresse");

    private Ports() {}

    private static Pattern words(String either) {
        return Pattern.compile(either, Pattern.CASE_INSENSITIVE);
    }

    static int parse(String text, String origin) throws Refusal {
        try {
            int port = Integer.parseInt(text.strip());
            if (port >= 0 && port <= HIGHEST) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw notAPort(text, origin);
        }
        throw notAPort(text, origin);
    }

    private static Refusal notAPort(String text, String origin) {
        return Refusal.usage(
                origin + " muss eine Zahl von 0 bis 65535 sein (0 = irgendein freier Port), nicht „" + text + "“.",
                origin + " must be a number from 0 to 65535 (0 = any free port), not '" + text + "'.");
    }

    static void requireFree(String host, int port) throws Refusal {
        InetSocketAddress address = host == null ? new InetSocketAddress(port) : new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw notKnown(host);
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(address);
        } catch (BindException e) {
            throw notBound(address, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw notListening(address, e.getMessage());
        }
    }

    /**
     * Java throws the same for all of them; only the words of the system, which speaks the language of the locale, tell them
     * apart.
     */
    static Refusal notBound(InetSocketAddress address, String words) {
        int port = address.getPort();
        if (TAKEN.matcher(words).find()) {
            return Refusal.failed(
                    "Der Port " + port
                            + " ist schon belegt; wählen Sie mit --port einen anderen (0 = irgendein freier).",
                    "Port " + port + " is already taken; choose another one with --port (0 = any free one).");
        }
        if (FORBIDDEN.matcher(words).find()) {
            return Refusal.failed(
                    "Auf dem Port " + port + " darf dieser Benutzer nicht lauschen, oft keiner unter 1024 außer root;"
                            + " wählen Sie mit --port einen anderen oder geben Sie ihm das Recht CAP_NET_BIND_SERVICE.",
                    "This user may not listen on port " + port + ", below 1024 often nobody but root; choose another"
                            + " one with --port, or give it the capability CAP_NET_BIND_SERVICE.");
        }
        if (ELSEWHERE.matcher(words).find()) {
            return Refusal.failed(
                    "Die Adresse " + address.getHostString() + " gehört nicht zu dieser Maschine; ändern Sie"
                            + " org.apache.felix.http.host in conf/framework.properties.",
                    "The address " + address.getHostString() + " is none of this machine; change"
                            + " org.apache.felix.http.host in conf/framework.properties.");
        }
        return notListening(address, words);
    }

    private static Refusal notKnown(String host) {
        return Refusal.failed(
                "Die Adresse „" + host + "“, auf der gelauscht werden soll, gibt es nicht; ändern Sie"
                        + " org.apache.felix.http.host in conf/framework.properties.",
                "There is no such address to listen on as '" + host + "'; change org.apache.felix.http.host in"
                        + " conf/framework.properties.");
    }

    private static Refusal notListening(InetSocketAddress address, String words) {
        return Refusal.failed(
                "Auf " + address + " kann nicht gelauscht werden: " + words + ".",
                "Cannot listen on " + address + ": " + words + ".");
    }
}
