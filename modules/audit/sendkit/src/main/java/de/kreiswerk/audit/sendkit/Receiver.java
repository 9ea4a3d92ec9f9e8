package de.kreiswerk.audit.sendkit;

import java.time.Duration;

/**
 * Where something is sent.
 *
 * @param host the server's name, as its certificate has it, or its address
 * @param port its port
 * @param trust whom we believe to be it; null to speak in clear
 * @param patience how long to wait for a connection, and for each answer
 */
public record Receiver(String host, int port, Trust trust, Duration patience) {}
