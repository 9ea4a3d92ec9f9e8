package de.kreiswerk.runtime.bench.face;

/**
 * What is asked for, again and again.
 *
 * @param wrk who asks
 * @param smallestAnswer the bytes that an answer has at least
 */
public record Load(Wrk wrk, long smallestAnswer) {}
