import lessons from 'virtual:lessons';

export const match = (param: string): boolean => lessons.some(({ slug }) => slug === param);
