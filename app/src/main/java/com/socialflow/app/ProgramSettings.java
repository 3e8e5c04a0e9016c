package com.socialflow.app;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What this process is for.
 *
 * @param roles the roles that it plays, names and commas; {@code all}; {@code -name} leaves one out
 * @param train start, use each part once, stop: the JVM writes down what it learned
 */
@ConfigurationProperties("socialflow")
record ProgramSettings(
        @DefaultValue("all") String roles,
        @DefaultValue("false") boolean train) {}
