package com.socialflow.analytics.cells;

import com.socialflow.proto.analytics.v1.Contribution;
import java.util.Locale;

/** By what cells tell views apart. Each view is once in the cells of every dimension. */
public enum Dimension {
    /** By nothing. */
    ALL,
    /** Where the viewer came from, such as {@code search}. */
    SOURCE,
    /** ISO 3166-1 alpha-2, or {@code unknown}. */
    COUNTRY,
    /** The class of device, such as {@code mobile}. */
    DEVICE;

    /** What this view has of the dimension. */
    public String of(Contribution view) {
        return switch (this) {
            case ALL -> "";
            case SOURCE -> view.getSource();
            case COUNTRY -> view.getCountry();
            case DEVICE -> view.getDevice();
        };
    }

    /** As it is called in the API and in tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
