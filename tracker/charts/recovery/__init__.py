"""The recovery chart: pain, walking and jogging from onset to today, and the way home."""
