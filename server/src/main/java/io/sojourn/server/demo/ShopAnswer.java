package io.sojourn.server.demo;

import java.time.Duration;

/**
 * What the shop answers to one GET.
 *
 * @param bytes the body, in UTF-8 where it is text; not to be changed
 * @param delay how long the shop pretends to think; whoever serves it waits this long without holding a thread
 */
public record ShopAnswer(int status, String contentType, byte[] bytes, Duration delay) {}
