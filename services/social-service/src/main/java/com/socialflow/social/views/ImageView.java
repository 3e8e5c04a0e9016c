package com.socialflow.social.views;

import com.socialflow.core.Id;

/** A picture of a post. Addresses are from the root of the public address on. */
public record ImageView(Id id, String url, String preview, int width, int height, String alt) {}
