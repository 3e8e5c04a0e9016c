package com.socialflow.analytics.studio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of a video is watched, part by part: a hundred of equal length.
 *
 * @param absolute the share of views that played the part; more than 1 where it is played again
 * @param relative the same as a multiple of what videos of like length have there; null while too little is known of
 *     them
 * @param starts how often playing began there
 * @param views over which the shares are
 */
record RetentionView(List<Double> absolute, @Nullable List<@Nullable Double> relative, List<Long> starts, long views) {}
