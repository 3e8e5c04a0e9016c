package com.socialflow.engines;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** A small file of names and values, for its owner alone, replaced as a whole. */
record PropertiesFile(Path file) {

    /** Nothing when there is no such file. */
    Properties read() throws IOException {
        var properties = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                properties.load(in);
            } catch (IllegalArgumentException e) {
                throw new IOException("%s is damaged: %s".formatted(file, e.getMessage()), e);
            }
        }
        return properties;
    }

    void write(Properties properties) throws IOException {
        var text = new StringWriter();
        properties.store(text, null);
        SecretFile.replaceForNow(file, text.toString());
    }
}
