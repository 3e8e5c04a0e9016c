package com.socialflow.platform.policy.cedar;

/** Names an entity, such as {@code Person::"0HZXB1Y2T3K4M"}. */
public record Uid(String type, String id) {

    @Override
    public String toString() {
        return "%s::\"%s\"".formatted(type, id);
    }
}
