package de.kreiswerk.launcher.run;

import de.kreiswerk.launcher.cli.Refusal;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds out about a port before sixty bundles start in vain. */
final class Ports {

    private static final int HIGHEST = 65_535;

    private Ports() {}

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
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(address);
        } catch (BindException e) {
            throw Refusal.failed(
                    "Der Port " + port
                            + " ist schon belegt; wählen Sie mit --port einen anderen (0 = irgendein freier).",
                    "Port " + port + " is already taken; choose another one with --port (0 = any free one).");
        } catch (IOException e) {
            throw Refusal.failed(
                    "Auf " + address + " kann nicht gelauscht werden: " + e.getMessage() + ".",
                    "Cannot listen on " + address + ": " + e.getMessage() + ".");
        }
    }
}
